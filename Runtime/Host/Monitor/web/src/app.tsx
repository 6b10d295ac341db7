import { useEffect, useState } from 'preact/hooks';
import { stopWatching, watch } from './api/changes';
import { ApiError, loadSession, onSession } from './api/client';
import type { Session } from './api/types/common';
import { hear } from './lib/clock';
import { go, useRoute, type Route } from './lib/router';
import { SessionContext } from './lib/session';
import { useShortcuts } from './lib/shortcuts';
import { AuditPage } from './pages/audit';
import { BatchesPage } from './pages/batches';
import { EntitiesPage } from './pages/entities';
import { EntityPage } from './pages/entity';
import { FleetPage } from './pages/fleet';
import { InstancePage } from './pages/instance/InstancePage';
import { InstancesPage } from './pages/instances/InstancesPage';
import { LoginPage } from './pages/login';
import { StartPage } from './pages/start';
import { TriggersPage } from './pages/triggers';
import { Boundary } from './ui/Boundary';
import { Help } from './ui/Help';
import { Failed, Loading } from './ui/States';
import { TopBar } from './ui/TopBar';
import { Toasts } from './ui/toasts';

function Page({ route }: { route: Route }) {
  const [page, id, tab] = route.segments;
  switch (page) {
    case undefined:
    case 'instances':
      return id === undefined ? <InstancesPage query={route.query} /> : <InstancePage key={id} id={id} tab={tab} query={route.query} />;
    case 'start': return <StartPage name={id} />;
    case 'batches': return <BatchesPage />;
    case 'fleet': return <FleetPage query={route.query} />;
    case 'entities': return id === undefined ? <EntitiesPage query={route.query} /> : <EntityPage key={id} id={id} />;
    case 'triggers': return <TriggersPage queue={id} />;
    case 'audit': return <AuditPage query={route.query} />;
    default: return <div class="state"><strong>There is no such page.</strong><a href="#/instances">All instances</a></div>;
  }
}

export function App() {
  const route = useRoute();
  const [session, setSession] = useState<Session>();
  const [error, setError] = useState<ApiError>();
  const [help, setHelp] = useState(false);

  const begin = () => {
    setError(undefined);
    loadSession().catch((reason: unknown) => setError(reason instanceof ApiError ? reason : new ApiError(0, String(reason))));
  };
  useEffect(() => {
    const off = onSession((next) => {
      hear(next.now, next.timeScale);
      setSession(next);
    });
    begin();
    return off;
  }, []);

  const instance = route.segments[0] === 'instances' ? route.segments[1] : undefined;
  useEffect(() => {
    if (session?.loggedIn) watch(instance);
    else stopWatching();
  }, [session?.loggedIn, instance]);

  const title = route.segments[1] ?? route.segments[0] ?? 'instances';
  useEffect(() => {
    document.title = `${title} · Workflows`;
    document.querySelector('.scroll')?.scrollTo(0, 0);
  }, [title]);

  useShortcuts([
    { keys: '?', does: 'Show this help', run: () => setHelp(true) },
    { keys: 'g i', does: 'Go to the instances', run: () => go('#/instances') },
    { keys: 'g f', does: 'Go to the fleet', run: () => go('#/fleet') },
    { keys: 'g e', does: 'Go to the entities', run: () => go('#/entities') },
    { keys: 'g q', does: 'Go to queues and timers', run: () => go('#/triggers') },
    { keys: 'g a', does: 'Go to the audit log', run: () => go('#/audit') },
    { keys: 'g b', does: 'Go to the batches', run: () => go('#/batches') },
    { keys: 'g s', does: 'Start an orchestration', run: () => go('#/start') },
  ]);

  if (session === undefined) {
    return <main class="scroll alone">{error ? <Failed error={error} retry={begin} /> : <Loading what="the monitor" />}</main>;
  }
  if (!session.loggedIn) {
    return <main class="scroll alone"><LoginPage session={session} /><Toasts /></main>;
  }
  return (
    <SessionContext.Provider value={session}>
      <a class="skip" href="#main" onClick={(event) => { event.preventDefault(); document.getElementById('main')?.focus(); }}>Skip to the content</a>
      <TopBar page={route.segments[0] ?? 'instances'} onHelp={() => setHelp(true)} />
      <main id="main" class="scroll" tabIndex={-1}><Boundary what="This page" place={location.hash}><Page route={route} /></Boundary></main>
      <Toasts />
      {help && <Help onClose={() => setHelp(false)} />}
    </SessionContext.Provider>
  );
}
