import { byCode } from './words.ts';

/** Sets that grow together, by name (Tarjan 1975). */
export interface Union {
  /** Gives the name that stands for the set: its first member by code order. */
  find(member: string): string;
  join(a: string, b: string): void;
  /** Gives the sets, members and sets sorted. */
  groups(): readonly (readonly string[])[];
}

/** Gives each member a set of its own. */
export function createUnion(members: Iterable<string>): Union {
  const parents = new Map<string, string>();
  for (const member of members) parents.set(member, member);
  function find(member: string): string {
    let root = member;
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up;
    let at = member;
    while (at !== root) {
      const up = parents.get(at) ?? root;
      parents.set(at, root);
      at = up;
    }
    return root;
  }
  return {
    find,
    join(a, b) {
      const [first, second] = [find(a), find(b)].sort(byCode);
      if (first !== undefined && second !== undefined) parents.set(second, first);
      for (const root of [first, second])
        if (root !== undefined && !parents.has(root)) parents.set(root, root);
    },
    groups() {
      const sets = new Map<string, string[]>();
      for (const member of [...parents.keys()].sort(byCode)) {
        const root = find(member);
        const set = sets.get(root);
        if (set === undefined) sets.set(root, [member]);
        else set.push(member);
      }
      return [...sets.values()];
    },
  };
}
