import { describe, expect, test } from 'vitest';
import { readingOf, type ShortReport, TABLES } from '../../test/story-builder.ts';
import { resolveClaimants } from './claimants.ts';

/** Gives the claimant of each report's first event. */
function claimantsOf(...reports: readonly ShortReport[]) {
  const readings = reports.map(readingOf);
  const groupOf = new Map(readings.map(({ id }) => [id, id]));
  const claimantOf = resolveClaimants(readings, groupOf, TABLES);
  return readings.map((reading) => claimantOf(reading, reading.events[0]!.sources.at(-1)!));
}

const report = (id: string, text: string, by: string, actor = '', recipient = ''): ShortReport => ({
  id,
  outlet: `Outlet ${id}`,
  text,
  events: [{ trigger: 'crossed', type: 'MOBILIZE', by: [by], actor, recipient }],
});

describe('whose ministry it is', () => {
  test('keeps a bare ministry open where the report names two states', () => {
    const [bare, named] = claimantsOf(
      report(
        'a',
        'Chadian soldiers crossed the border and attacked a Libyan post, the defence ministry said.',
        'the defence ministry||MIL',
        'Chadian soldiers|TCD|MIL; Libyan post|LBY|MIL',
      ),
      report(
        'b',
        'No one crossed, Chad’s Defence Minister Idris Sabre said.',
        'Chad’s Defence Minister|TCD|MIL',
      ),
    );
    expect(bare!.key).not.toBe(named!.key);
    expect(bare!.country).toBeNull();
    expect(bare!.name).toBe('defence ministry');
  });

  test('gives a bare ministry to the state whose ministry the report names', () => {
    const [bare, named] = claimantsOf(
      report(
        'a',
        'Chadian soldiers crossed, the defence ministry said. Libya’s defence ministry spoke at noon.',
        'the defence ministry||MIL',
        'Libya’s defence ministry|LBY|MIL',
      ),
      report('b', 'Soldiers crossed, Libya’s army said.', 'Libya’s army|LBY|MIL'),
    );
    expect(bare!.key).toBe('official:LBY:military');
    expect(named!.key).toBe(bare!.key);
  });

  test('gives a bare ministry to the state that was hit', () => {
    const [bare] = claimantsOf(
      report(
        'a',
        'Chadian soldiers crossed and shelled Libyan farms, the interior ministry said.',
        'the interior ministry||GOV',
        'Chadian soldiers|TCD|MIL',
        'Libyan farms|LBY|',
      ),
    );
    expect(bare!.country).toBe('LBY');
  });

  test('never shows a minister for a ministry that is named', () => {
    const [ministry] = claimantsOf(
      report('a', 'Troops crossed, the Libyan defence ministry said.', 'the Libyan defence ministry|LBY|MIL'),
      report(
        'b',
        'Troops crossed, Defence Minister Salem Haddad said.',
        'Defence Minister Salem Haddad|LBY|MIL',
      ),
    );
    expect(ministry!.name).toBe('Libyan defence ministry');
  });

  test('takes “both governments” for neither of them', () => {
    const [both, one] = claimantsOf(
      report('a', 'Observers crossed, both governments said.', 'both governments|LBY|GOV'),
      report('b', 'Observers crossed, Libya’s government said.', 'Libya’s government|LBY|GOV'),
    );
    expect(both!.key).not.toBe(one!.key);
    expect(one!.name).toBe('Libya’s government');
  });

  test('takes a member for the body that he is said to be of', () => {
    const [member] = claimantsOf(
      report(
        'a',
        'Rebels crossed, Ko Min of the Lake People’s Guard said.',
        'Ko Min of the Lake People’s Guard|MMR|REB',
      ),
    );
    expect(member!.name).toBe('Lake People’s Guard');
  });
});

describe('whom fronts, ranks and titles speak for', () => {
  test('tells the 28th Front from the Eastern Front, and lets a bare front be the one named before', () => {
    const text = 'The Eastern Front crossed the river. The Front said so. The 28th Front denied it.';
    const [eastern, bare, other] = claimantsOf(
      report('a', text, 'The Eastern Front||REB'),
      report('b', text, 'The Front||REB'),
      report('c', text, 'The 28th Front||REB'),
    );
    expect(bare!.key).toBe(eastern!.key);
    expect(other!.key).not.toBe(eastern!.key);
  });

  test('goes by the office where a text gives one beside the rank', () => {
    const [police, army] = claimantsOf(
      report(
        'a',
        'Gunmen crossed, said General Pablo Rincón, the regional police chief.',
        'General Pablo Rincón|COL|MIL',
      ),
      report('b', 'Gunmen crossed, said General Luis Prado.', 'General Luis Prado|COL|MIL'),
    );
    expect(police!.key).toContain(':police');
    expect(army!.key).toContain(':military');
  });
});

describe('a body outside the state', () => {
  const GROWERS = 'Police crossed the bridge at Tarin, the coffee growers’ union in Tarin said.';

  test('is one for its full name, its short name and whoever heads it', () => {
    const [full, head, short] = claimantsOf(
      report('a', GROWERS, 'the coffee growers’ union in Tarin||LAB'),
      report(
        'b',
        'Police crossed the bridge, Rosa Ochoa, president of the union of growers, said.',
        'Rosa Ochoa||',
      ),
      report('c', 'Police crossed the bridge, a local union said.', 'a local union||LAB'),
    );
    expect(head!.key).toBe(full!.key);
    expect(short!.key).toBe(full!.key);
    expect(full!.name).toBe('coffee growers’ union in Tarin');
  });

  test('is not another of its kind, nor one whose name says union', () => {
    const keys = claimantsOf(
      report('a', GROWERS, 'the coffee growers’ union in Tarin||LAB'),
      report('b', 'Police crossed the bridge, the teachers’ union said.', 'the teachers’ union||LAB'),
      report('c', 'Police crossed the bridge, the African Union said.', 'the African Union||'),
    ).map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
  });

  test('leaves a bare union open where the story knows two', () => {
    const keys = claimantsOf(
      report('a', GROWERS, 'the coffee growers’ union in Tarin||LAB'),
      report('b', 'Police crossed the bridge, the teachers’ union said.', 'the teachers’ union||LAB'),
      report('c', 'Police crossed the bridge, a local union said.', 'a local union||LAB'),
    ).map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
  });
});

describe('an officer whose country nobody tells', () => {
  const article = (text: string) => ({
    id: 'a',
    outlet: 'Valley News',
    text,
    events: [
      { trigger: 'crossed', type: 'MOBILIZE', by: ['the General Staff|KEN|MIL'] },
      { trigger: 'shelled', type: 'ASSAULT', by: ['General Amos Tullo||MIL'] },
    ],
  });

  test('speaks for the staff that his report cites', () => {
    const reading = readingOf(
      article(
        'They crossed, Kenya’s General Staff said; the General Staff was firm. “We shelled nobody,” General Amos Tullo said.',
      ) as ShortReport,
    );
    const claimantOf = resolveClaimants([reading], new Map([['a', 'a']]), TABLES);
    const [staff, general] = reading.events.map(({ sources }) => claimantOf(reading, sources[0]!));
    expect(general!.key).toBe(staff!.key);
  });

  test('stays a man by himself where his report cites two armies', () => {
    const two = article(
      'They crossed, Kenya’s General Staff said. Uganda’s army agreed. “We shelled nobody,” General Amos Tullo said.',
    ) as ShortReport;
    const reading = readingOf({
      ...two,
      events: [
        { trigger: 'crossed', type: 'MOBILIZE', by: ['Kenya’s General Staff|KEN|MIL'] },
        ...two.events.slice(1),
        { trigger: 'agreed', type: 'AGREE', by: ['Uganda’s army|UGA|MIL'] },
      ],
    });
    const claimantOf = resolveClaimants([reading], new Map([['a', 'a']]), TABLES);
    const keys = reading.events.map(({ sources }) => claimantOf(reading, sources[0]!).key);
    expect(new Set(keys).size).toBe(3);
  });
});

describe('whose body it is', () => {
  test('is not told by a guest from abroad', () => {
    const [ministry] = claimantsOf(
      report(
        'a',
        'Soldiers crossed, the interior ministry said. The minister received the ambassador of Italy.',
        'the interior ministry||GOV',
        '',
        'the ambassador of Italy|ITA|GOV',
      ),
    );
    expect(ministry!.country).toBeNull();
  });

  test('is not told by a body of many states', () => {
    const [army] = claimantsOf(
      report(
        'a',
        'Gunmen crossed, the army said. The Security Council met.',
        'the army|GHA|MIL',
        '',
        'The Security Council|UNO|',
      ),
    );
    expect(army!.key).toBe('official:GHA:military');
  });

  test('is told by an army’s aircraft, not by a foreign officer who is quoted', () => {
    const [army] = claimantsOf(
      report(
        'a',
        'A Ghanaian army helicopter crossed, the army said. A Togolese naval officer saw it.',
        'the army|GHA|MIL',
        'A Ghanaian army helicopter|GHA|MIL; A Togolese naval officer|TGO|MIL',
      ),
    );
    expect(army!.key).toBe('official:GHA:military');
  });

  test('keeps the police apart from the ministry over it', () => {
    const keys = claimantsOf(
      report('a', 'Gunmen crossed, Ghana’s interior ministry said.', 'Ghana’s interior ministry|GHA|GOV'),
      report('b', 'Gunmen crossed, Ghana’s police said.', 'Ghana’s police|GHA|COP'),
    ).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });
});

describe('a director who is named after what she heads', () => {
  test.each([
    ['The hospital in Tarin took in nine men who crossed, according to its director, Dr Hana Weiss.', true],
    ['Nine men crossed, according to Dr Hana Weiss, who was passing by.', false],
  ])('%s', (text, speaksForIt) => {
    const [weiss, hospital] = claimantsOf(
      report('a', text, 'Dr Hana Weiss||'),
      report('b', 'Nine men crossed, the hospital in Tarin said.', 'the hospital in Tarin||MED'),
    );
    expect(weiss!.key.includes('health') || weiss!.key === hospital!.key).toBe(speaksForIt);
  });
});
