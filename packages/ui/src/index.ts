// What any face may use without React: formats, texts and languages. React parts are under ./react/.

export * from './format.ts';
export * from './locale.ts';
export * from './messages.ts';
export * from './reasons.ts';
