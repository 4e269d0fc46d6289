import classes from './virtual-table.module.css';

/** The grey shape of a table on its way. */
export function TableSkeleton({ rows = 12, columns = 5 }: { readonly rows?: number; readonly columns?: number }) {
  return (
    <div className={classes.frame} aria-busy="true">
      <table className={classes.table} aria-hidden>
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the bones never change places.
            <tr key={row} className={classes.row}>
              {Array.from({ length: columns }, (_, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the bones never change places.
                <td key={column}>
                  <span className={classes.bone} style={{ width: `${40 + ((row * 7 + column * 13) % 45)}%` }} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
