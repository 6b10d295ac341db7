export interface Turn {
  speaker?: string;
  text: string;
}

// Up to two words before a colon, at the start of a line, perhaps after a time in brackets; an address is none.
const speaks = /^(?:[[(<][0-9:.,\s]{1,20}[\])>]\s*)?(\p{L}+(?: [\p{L}\p{N}]+)?)\s?[:：](?!\/\/)\s*/u;
const longestName = 24;

// Transcripts without lines name the two sides within them.
const within = /(?<![\])>])\s(?=(?:고객|고객님|손님|상담사|상담원|직원|customer|client|caller|agent|operator|advisor)\s?[:：])/giu;

/** A conversation as its turns, each of which begins with who speaks; lines without that belong to the turn before. */
export function turnsOf(text: string): Turn[] {
  const turns: Turn[] = [];
  for (const line of text.split(/\r\n|\r|\n/).flatMap((one) => one.split(within))) {
    if (line.trim() === '') continue;
    const mark = speaks.exec(line);
    const last = turns[turns.length - 1];
    if (mark && mark[1]!.length <= longestName) turns.push({ speaker: mark[1]!, text: line.slice(mark[0].length) });
    else if (last?.speaker) last.text += '\n' + line;
    else turns.push({ text: line });
  }
  return turns;
}
