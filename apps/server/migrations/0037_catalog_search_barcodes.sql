-- A variant is found by the whole number of its barcodes too, which every shorter print of them ends: a scanner reads a
-- UPC-A with a zero before it, and lists show numbers as they are stored.
update catalog.variant v set search_text = v.search_text || ' ' || b.codes
from (
  select merchant_id, variant_id, string_agg(code, ' ' order by code) as codes from catalog.barcode
  where code ~ '^[0-9]{14}$' group by merchant_id, variant_id
) b
where b.merchant_id = v.merchant_id and b.variant_id = v.id;
