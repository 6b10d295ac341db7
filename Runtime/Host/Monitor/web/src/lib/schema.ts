import type { JsonSchema } from '../api/types/start';

/** What stands in a form's fields: texts as they were written, and ticks. */
export type FormValues = Record<string, string | boolean>;

export type FieldKind = 'text' | 'long' | 'number' | 'boolean' | 'choice' | 'lines' | 'json';

const long = /diff|text|plan|context|description|rules|subtitles|goal|prompt|conversation/i;

function typeOf(schema: JsonSchema): string | undefined {
  return Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type;
}

/** How a property is asked for. */
export function fieldKind(name: string, schema: JsonSchema): FieldKind {
  if (schema.enum && schema.enum.every((one) => typeof one === 'string')) return 'choice';
  switch (typeOf(schema)) {
    case 'string': return long.test(name) || (schema.maxLength ?? 0) > 300 ? 'long' : 'text';
    case 'integer':
    case 'number': return 'number';
    case 'boolean': return 'boolean';
    case 'array': return schema.items && typeOf(schema.items) === 'string' && !schema.items.enum ? 'lines' : 'json';
    default: return 'json';
  }
}

/** Whether a schema can be asked for with fields. */
export function isForm(schema: JsonSchema | undefined): schema is JsonSchema {
  return schema !== undefined && typeOf(schema) === 'object' && Object.keys(schema.properties ?? {}).length > 0;
}

/** What the fields begin with: an example's values, else the schema's own. */
export function defaults(schema: JsonSchema | undefined, from: Record<string, unknown> = {}): FormValues {
  const values: FormValues = {};
  for (const [name, property] of Object.entries(schema?.properties ?? {})) {
    const value = from[name] ?? property.default;
    const kind = fieldKind(name, property);
    values[name] =
      kind === 'boolean' ? value === true
      : value === undefined || value === null ? ''
      : kind === 'lines' && Array.isArray(value) ? value.join('\n')
      : typeof value === 'object' ? JSON.stringify(value, undefined, 2)
      : String(value);
  }
  return values;
}

/** The input that the fields stand for. Empty fields are left out. Throws an error that names the field. */
export function readForm(schema: JsonSchema, values: FormValues): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const written = values[name];
    const kind = fieldKind(name, property);
    if (kind === 'boolean') {
      if (written === true || property.default === true || schema.required?.includes(name)) input[name] = written === true;
      continue;
    }
    const text = typeof written === 'string' ? written : '';
    if (text.trim() === '') {
      if (schema.required?.includes(name) && kind !== 'text' && kind !== 'long') throw new Error(`${name} is missing.`);
      if (schema.required?.includes(name)) input[name] = text;
      continue;
    }
    if (kind === 'number') {
      const value = Number(text);
      if (!Number.isFinite(value)) throw new Error(`${name} is no number.`);
      input[name] = value;
    } else if (kind === 'lines') {
      input[name] = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
    } else if (kind === 'json') {
      try {
        input[name] = JSON.parse(text) as unknown;
      } catch (error) {
        throw new Error(`${name} is no JSON: ${(error as Error).message}.`);
      }
    } else {
      input[name] = text;
    }
  }
  return input;
}
