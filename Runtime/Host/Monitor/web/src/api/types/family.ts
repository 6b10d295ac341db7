import type { Status } from './common';

export interface TreeNode {
  id: string;
  name: string;
  status: Status;
  created?: string;
  completed?: string;
  durationSeconds?: number;
  childCount?: number;
  children?: TreeNode[];
}

export interface Tree {
  ancestors: TreeNode[];
  node: TreeNode;
}
