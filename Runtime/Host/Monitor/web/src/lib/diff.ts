/** A line of a unified diff, with its numbers on both sides. */
export interface DiffLine {
  kind: 'add' | 'del' | 'same' | 'note';
  old?: number;
  new?: number;
  text: string;
}

export interface DiffHunk {
  header: string;
  lines: DiffLine[];
}

export interface DiffFile {
  path: string;
  oldPath: string;
  hunks: DiffHunk[];
}

function nameOf(text: string): string {
  const name = text.replace(/\t.*$/, '').trim();
  if (!name.startsWith('"') || !name.endsWith('"')) return name;
  // Git writes what is not ASCII as octal bytes.
  const bytes: number[] = [];
  const inner = name.slice(1, -1);
  for (let at = 0; at < inner.length; at++) {
    const octal = /^\\([0-7]{3})/.exec(inner.slice(at, at + 4));
    if (octal) {
      bytes.push(parseInt(octal[1]!, 8));
      at += 3;
    } else if (inner[at] === '\\') {
      at++;
      bytes.push(...new TextEncoder().encode({ n: '\n', t: '\t', r: '\r' }[inner[at] ?? ''] ?? inner[at] ?? ''));
    } else bytes.push(...new TextEncoder().encode(inner[at]!));
  }
  return new TextDecoder().decode(new Uint8Array(bytes));
}

function withoutSide(name: string): string {
  return name.replace(/^[ab]\//, '');
}

/** Reads a unified diff for showing. It keeps to the counts of the hunk headers, so that text within a hunk that looks like a header is text. */
export function parseDiff(text: string): DiffFile[] {
  const files: DiffFile[] = [];
  let file: DiffFile | undefined;
  let hunk: DiffHunk | undefined;
  let [oldLeft, newLeft, oldAt, newAt] = [0, 0, 0, 0];
  for (const line of text.split('\n').map((one) => one.replace(/\r$/, ''))) {
    if (hunk && (oldLeft > 0 || newLeft > 0)) {
      const sign = line[0] ?? ' ';
      if (sign === '+' && newLeft > 0) {
        hunk.lines.push({ kind: 'add', new: newAt++, text: line.slice(1) });
        newLeft--;
        continue;
      }
      if (sign === '-' && oldLeft > 0) {
        hunk.lines.push({ kind: 'del', old: oldAt++, text: line.slice(1) });
        oldLeft--;
        continue;
      }
      if (sign === ' ' && oldLeft > 0 && newLeft > 0) {
        hunk.lines.push({ kind: 'same', old: oldAt++, new: newAt++, text: line.slice(1) });
        oldLeft--;
        newLeft--;
        continue;
      }
      if (sign === '\\') {
        hunk.lines.push({ kind: 'note', text: line.slice(1).trim() });
        continue;
      }
      oldLeft = newLeft = 0;
    }
    const header = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (header && file) {
      hunk = { header: line, lines: [] };
      file.hunks.push(hunk);
      [oldAt, oldLeft, newAt, newLeft] = [Number(header[1]), Number(header[2] ?? 1), Number(header[3]), Number(header[4] ?? 1)];
    } else if (line.startsWith('diff --git ')) {
      const names = /^diff --git (?:a\/)?(.*) (?:b\/)?(.*)$/.exec(line);
      file = { path: withoutSide(nameOf(names?.[2] ?? '')), oldPath: withoutSide(nameOf(names?.[1] ?? '')), hunks: [] };
      files.push(file);
      hunk = undefined;
    } else if (line.startsWith('--- ')) {
      const name = withoutSide(nameOf(line.slice(4)));
      if (!file || file.hunks.length > 0) {
        file = { path: name, oldPath: name, hunks: [] };
        files.push(file);
      }
      hunk = undefined;
      file.oldPath = name;
    } else if (line.startsWith('+++ ') && file) {
      const name = withoutSide(nameOf(line.slice(4)));
      file.path = name === '/dev/null' ? file.oldPath : name;
    } else if (line.startsWith('\\') && hunk) {
      hunk.lines.push({ kind: 'note', text: line.slice(1).trim() });
    }
  }
  return files;
}
