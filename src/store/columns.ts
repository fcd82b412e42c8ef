/** A yes or no as SQLite's STRICT tables hold it. */
export type Flag = 0 | 1;
export const flag = (value: boolean): Flag => (value ? 1 : 0);

/**
 * A column that holds T as JSON. Written and read explicitly: a plugin that parses whatever
 * looks like JSON would also parse a title such as "[2026]".
 */
export type Json<T> = string & { readonly holds?: T };

export const toJson = <T>(value: T): Json<T> => JSON.stringify(value);
export const fromJson = <T>(json: Json<T>): T => JSON.parse(json);
