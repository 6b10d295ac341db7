import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** A field whose value counts once its writer pauses, or presses Enter. */
export function TextField({ value, set, inputRef, ...rest }: { value: string; set: (value: string) => void; inputRef?: RefObject<HTMLInputElement | null>; type?: 'search' | 'text'; placeholder?: string }) {
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(set);
  latest.current = set;
  useEffect(() => setText(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <input {...rest} list={undefined} ref={inputRef} value={text}
      onInput={(event) => {
        const next = event.currentTarget.value;
        setText(next);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => latest.current(next), 350);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          clearTimeout(timer.current);
          latest.current(event.currentTarget.value);
        } else if (event.key === 'Escape') event.currentTarget.blur();
      }} />
  );
}
