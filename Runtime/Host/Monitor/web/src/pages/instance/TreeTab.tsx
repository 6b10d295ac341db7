import { useState } from 'preact/hooks';
import { get, path } from '../../api/client';
import type { Page } from '../../api/types/common';
import type { Tree, TreeNode } from '../../api/types/family';
import type { InstanceRow } from '../../api/types/instances';
import { count, duration } from '../../lib/format';
import { instanceLink } from '../../lib/router';
import { useResource } from '../../lib/useResource';
import { Icon } from '../../ui/Icon';
import { Loaded } from '../../ui/States';
import { Status } from '../../ui/Status';
import { Id, Text } from '../../ui/Text';
import { say } from '../../ui/toasts';

function nodeOf(row: InstanceRow): TreeNode {
  return { id: row.id, name: row.name, status: row.status, created: row.created, completed: row.completed, durationSeconds: row.durationSeconds, childCount: row.children };
}

function Node({ node, here, level }: { node: TreeNode; here: boolean; level: number }) {
  const given = node.children ?? [];
  const [open, setOpen] = useState(given.length > 0);
  const [more, setMore] = useState<TreeNode[]>([]);
  const [next, setNext] = useState<string | number>();
  const [busy, setBusy] = useState(false);
  const total = node.childCount ?? given.length;
  const known = new Set(given.map((one) => one.id));
  const children = [...given, ...more.filter((one) => !known.has(one.id))];
  const load = async () => {
    setBusy(true);
    try {
      const page = await get<Page<InstanceRow>>(path`/instances/${node.id}/children`, { top: 200, after: next });
      setMore([...more, ...page.items.map(nodeOf)]);
      setNext(page.next);
    } catch (error) {
      say((error as Error).message, { bad: true });
    } finally {
      setBusy(false);
    }
  };
  const toggle = () => {
    if (!open && children.length === 0) void load();
    setOpen(!open);
  };
  return (
    <li role="treeitem" aria-expanded={total > 0 ? open : undefined} aria-level={level}>
      <div class={'tree-line' + (here ? ' here' : '')}>
        {total > 0
          ? <button type="button" class="fold" aria-label={open ? 'Fold' : 'Unfold'} onClick={toggle}><Icon name={open ? 'down' : 'right'} /></button>
          : <span class="fold-space" />}
        <Status status={node.status} brief />
        <a href={instanceLink(node.id)} aria-current={here ? 'true' : undefined}><Id value={node.id} /></a>
        <Text className="dim" value={node.name} />
        {total > 0 && <span class="chip num">{count(total)}</span>}
        <span class="num dim push">{duration(node.durationSeconds)}</span>
      </div>
      {open && total > 0 && (
        <ul role="group">
          {children.map((child) => <Node key={child.id} node={child} here={false} level={level + 1} />)}
          {children.length < total && <li class="tree-more"><button type="button" class="more" disabled={busy} onClick={() => void load()}>{busy ? 'Loading…' : `${count(total - children.length)} more`}</button></li>}
        </ul>
      )}
    </li>
  );
}

/** Parents above, children below. */
export function TreeTab({ id, version }: { id: string; version: number }) {
  const tree = useResource<Tree>('tree ' + id, (signal) => get(path`/instances/${id}/tree`, { depth: 2 }, signal), version);
  return (
    <Loaded of={tree} what="the tree">
      {({ ancestors, node }) => {
        let content = <Node key={node.id} node={node} here level={ancestors.length + 1} />;
        [...ancestors].reverse().forEach((one, index) => {
          const inner = content;
          content = (
            <li key={one.id} role="treeitem" aria-expanded="true" aria-level={ancestors.length - index}>
              <div class="tree-line"><span class="fold-space" /><Status status={one.status} brief /><a href={instanceLink(one.id)}><Id value={one.id} /></a><Text className="dim" value={one.name} /></div>
              <ul role="group">{inner}</ul>
            </li>
          );
        });
        return <ul class="tree card" role="tree" aria-label="Parents and children">{content}</ul>;
      }}
    </Loaded>
  );
}
