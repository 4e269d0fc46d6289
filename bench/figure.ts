/** What a bench prints: a value beside the limit measured in the same run. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  limit?: number;
  ratio?: number;
}

const round = (value: number): number => Number(value.toPrecision(4));

/** A figure; `limit` is what it is measured against, in the same unit and run. */
export function figure(name: string, value: number, unit: string, limit?: number): Figure {
  return {
    name,
    value: round(value),
    unit,
    ...(limit === undefined ? {} : { limit: round(limit), ratio: round(value / limit) }),
  };
}
