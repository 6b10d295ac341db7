/** A JSON value with its numbers as they were written: what JavaScript would round, such as ids of 64 bits, is shown as it is. */
export type JsonValue = null | boolean | string | JsonNumber | JsonValue[] | JsonObject;

export class JsonNumber {
  constructor(readonly text: string) {}
}

export class JsonObject {
  constructor(readonly members: [string, JsonValue][]) {}
}

const deepest = 200;

/** Reads JSON; undefined when it is none, or nested more deeply than anybody reads. Members keep their order and all of their repetitions. */
export function parseJson(text: string): JsonValue | undefined {
  let at = 0;
  const fail = (): never => {
    throw new SyntaxError('no JSON');
  };
  const space = () => {
    while (at < text.length && ' \t\r\n'.includes(text[at]!)) at++;
  };
  const literal = <T>(word: string, value: T): T => {
    if (!text.startsWith(word, at)) return fail();
    at += word.length;
    return value;
  };
  const string = (): string => {
    let end = at + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
    if (end >= text.length) return fail();
    const raw = text.slice(at, end + 1);
    at = end + 1;
    return JSON.parse(raw) as string;
  };
  const value = (depth: number): JsonValue => {
    if (depth > deepest) return fail();
    space();
    switch (text[at]) {
      case '{': return object(depth);
      case '[': return array(depth);
      case '"': return string();
      case 't': return literal('true', true);
      case 'f': return literal('false', false);
      case 'n': return literal('null', null);
      default: {
        const match = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/.exec(text.slice(at, at + 400));
        if (!match) return fail();
        at += match[0].length;
        return new JsonNumber(match[0]);
      }
    }
  };
  const array = (depth: number): JsonValue[] => {
    const items: JsonValue[] = [];
    at++;
    space();
    if (text[at] === ']') {
      at++;
      return items;
    }
    for (;;) {
      items.push(value(depth + 1));
      space();
      if (text[at] === ',') at++;
      else if (text[at] === ']') {
        at++;
        return items;
      } else return fail();
    }
  };
  const object = (depth: number): JsonObject => {
    const members: [string, JsonValue][] = [];
    at++;
    space();
    if (text[at] === '}') {
      at++;
      return new JsonObject(members);
    }
    for (;;) {
      space();
      if (text[at] !== '"') return fail();
      const key = string();
      space();
      if (text[at] !== ':') return fail();
      at++;
      members.push([key, value(depth + 1)]);
      space();
      if (text[at] === ',') at++;
      else if (text[at] === '}') {
        at++;
        return new JsonObject(members);
      } else return fail();
    }
  };
  try {
    const result = value(0);
    space();
    return at === text.length ? result : undefined;
  } catch {
    return undefined;
  }
}
