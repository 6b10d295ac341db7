import type { JsonSchema } from '../api/types/start';
import { fieldKind, type FormValues } from '../lib/schema';
import { Text } from './Text';

/** A field for each property of a schema. */
export function SchemaForm({ schema, values, set, wrong }: { schema: JsonSchema; values: FormValues; set: (values: FormValues) => void; wrong?: string }) {
  return (
    <>
      {Object.entries(schema.properties ?? {}).map(([name, property]) => {
        const kind = fieldKind(name, property);
        const required = schema.required?.includes(name) ?? false;
        const value = values[name] ?? '';
        const text = typeof value === 'string' ? value : '';
        const write = (next: string | boolean) => set({ ...values, [name]: next });
        const common = { name, required, 'aria-invalid': wrong === name || wrong === 'input.' + name };
        if (kind === 'boolean') {
          return <label key={name} class="check"><input type="checkbox" name={name} checked={value === true} onChange={(event) => write(event.currentTarget.checked)} /><Text value={name} />{property.description && <span class="dim"><Text value={property.description} /></span>}</label>;
        }
        return (
          <label key={name}>
            <Text value={name} />{required && <span class="dim"> (needed)</span>}{kind === 'lines' && <span class="dim"> (one a line)</span>}{kind === 'json' && <span class="dim"> (JSON)</span>}
            {property.description && <span class="dim field-help"><Text value={property.description} /></span>}
            {kind === 'choice' ? (
              <select {...common} value={text} onChange={(event) => write(event.currentTarget.value)}>
                <option value="">–</option>
                {property.enum!.map((one) => <option key={String(one)} value={String(one)}>{String(one)}</option>)}
              </select>
            ) : kind === 'number' ? (
              <input {...common} list={undefined} type="number" step={property.type === 'integer' ? 1 : 'any'} min={property.minimum} max={property.maximum} value={text} onInput={(event) => write(event.currentTarget.value)} />
            ) : kind === 'text' ? (
              <input {...common} list={undefined} type="text" maxLength={property.maxLength} value={text} onInput={(event) => write(event.currentTarget.value)} />
            ) : (
              <textarea {...common} rows={kind === 'long' ? 5 : 4} spellcheck={false} value={text} onInput={(event) => write(event.currentTarget.value)} />
            )}
          </label>
        );
      })}
    </>
  );
}
