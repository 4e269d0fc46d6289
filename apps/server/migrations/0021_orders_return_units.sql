-- Which units of a line came back: runs of thousandths, [{ from, quantity }]. Null on returns of before, which took back
-- whatever of the line was left.
alter table orders.return_line add column units jsonb;

-- The captured entry that refunded money goes back to; null on refunds of before, which emptied every tender.
alter table orders.tender add column refunds_entry_no int;
