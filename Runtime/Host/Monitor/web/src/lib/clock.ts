/**
 * The engine's clock as far as the page knows it: the last `now` that the host told, going on at the host's pace. The host's clock may run
 * faster than the browser's and ahead of it.
 */
let engineAt = Date.now();
let heardAt = performance.now();
let scale = 1;

/** Takes in a `now` of the host. */
export function hear(now: string | undefined, timeScale?: number): void {
  if (timeScale !== undefined && timeScale > 0) scale = timeScale;
  const at = now === undefined ? NaN : Date.parse(now);
  if (Number.isNaN(at)) return;
  engineAt = at;
  heardAt = performance.now();
}

/** The engine's time in milliseconds since 1970. */
export function engineNow(): number {
  return engineAt + (performance.now() - heardAt) * scale;
}
