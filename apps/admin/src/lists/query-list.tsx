import { ErrorState, useTexts } from '@tandem/ui/react/index.ts';
import type { ReactNode } from 'react';
import { problemText } from '../api/problem-text.ts';
import { problemTexts } from '../messages/problems.ts';
import { TableSkeleton } from './table-skeleton.tsx';

interface QueryListProps {
  readonly query: {
    readonly isPending: boolean;
    readonly isError: boolean;
    readonly isFetching: boolean;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  readonly isEmpty: boolean;
  /** What stands there when there is nothing: it teaches. */
  readonly empty: ReactNode;
  readonly columns?: number;
  readonly children: ReactNode;
}

/** Skeleton, error with retry, empty state, or the list itself. */
export function QueryList({ query, isEmpty, empty, columns = 5, children }: QueryListProps) {
  const problem = useTexts(problemTexts);
  if (query.isPending) return <TableSkeleton columns={columns} />;
  if (query.isError) {
    return (
      <ErrorState
        advice={problemText(query.error, problem)}
        onRetry={() => void query.refetch()}
        isRetrying={query.isFetching}
      />
    );
  }
  return isEmpty ? empty : children;
}
