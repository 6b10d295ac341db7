import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Session } from '../api/types/common';

export const SessionContext = createContext<Session | undefined>(undefined);

export const useSession = (): Session => useContext(SessionContext)!;

/** Whether the session may change anything. A viewer is shown no operation at all. */
export const useOperator = (): boolean => useSession().role === 'operator';
