// Where a field says what it wants: below it, so that fields in a row stay in line.

export const belowField: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];
