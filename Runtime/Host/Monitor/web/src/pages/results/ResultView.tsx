export function ResultView(_: { id: string; version: number }) { return <p>soon</p>; }
