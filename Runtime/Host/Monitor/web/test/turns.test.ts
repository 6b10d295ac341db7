import { describe, expect, it } from 'vitest';
import { turnsOf } from '../src/lib/turns';

describe('the turns of a conversation', () => {
  it('begin with who speaks, a line each', () => {
    expect(turnsOf('고객: 여보세요.\n상담사： 네.\n[00:12] Agent: One moment.\n')).toEqual([
      { speaker: '고객', text: '여보세요.' },
      { speaker: '상담사', text: '네.' },
      { speaker: 'Agent', text: 'One moment.' },
    ]);
  });

  it('are found within a line where the two sides are named', () => {
    expect(turnsOf('고객: 요금이 두 번 빠져나갔어요. 상담사: 환불해 드리겠습니다.').map((turn) => turn.speaker)).toEqual(['고객', '상담사']);
    expect(turnsOf('Customer: At 10: nothing. Agent: I see.').map((turn) => turn.text)).toEqual(['At 10: nothing.', 'I see.']);
  });

  it('take up the lines that name nobody', () => {
    expect(turnsOf('Customer: Hello.\nAre you there?')).toEqual([{ speaker: 'Customer', text: 'Hello.\nAre you there?' }]);
    expect(turnsOf('only words\nand more')).toEqual([{ text: 'only words' }, { text: 'and more' }]);
    expect(turnsOf('https://example.org/x: no')).toEqual([{ text: 'https://example.org/x: no' }]);
  });

  it('are read in time that grows no faster than the text', () => {
    const long = 'a '.repeat(250_000);
    const began = performance.now();
    expect(turnsOf(long)).toHaveLength(1);
    expect(turnsOf('('.repeat(500_000))).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(30_000);
  }, 60_000);
});
