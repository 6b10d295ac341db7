/** Reads what was written into a field for JSON; empty is nothing. Says where it is wrong. */
export function readJson(text: string, label: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Error(`${label} is no JSON: ${(error as Error).message}. Text must stand in quotation marks.`);
  }
}

/** A field for JSON. */
export function JsonField({ label, hint, value, set, rows = 6 }: { label: string; hint?: string; value: string; set: (value: string) => void; rows?: number }) {
  let bad = false;
  try {
    readJson(value, label);
  } catch {
    bad = true;
  }
  return (
    <label>{label}{hint && <span class="dim"> {hint}</span>}
      <textarea rows={rows} spellcheck={false} value={value} aria-invalid={bad} onInput={(event) => set(event.currentTarget.value)} />
    </label>
  );
}
