import { useEffect, useState } from 'preact/hooks';
import { ApiError, get, path, post } from '../api/client';
import type { OperationResult } from '../api/types/operations';
import type { Orchestration } from '../api/types/start';
import { go, instanceLink, link, parseRoute } from '../lib/router';
import { defaults, isForm, readForm, type FormValues } from '../lib/schema';
import { useOperator } from '../lib/session';
import { useResource } from '../lib/useResource';
import { Icon } from '../ui/Icon';
import { JsonField, readJson } from '../ui/JsonField';
import { SchemaForm } from '../ui/SchemaForm';
import { Empty, Loaded } from '../ui/States';
import { Text } from '../ui/Text';
import { say } from '../ui/toasts';

function StartForm({ orchestration }: { orchestration: Orchestration }) {
  const { schema, example } = orchestration;
  const formed = isForm(schema);
  const [asJson, setAsJson] = useState(!formed);
  const [values, setValues] = useState<FormValues>(() => defaults(schema));
  const [json, setJson] = useState(() => (example === undefined ? '' : JSON.stringify(example, undefined, 2)));
  const [id, setId] = useState('');
  const [startAt, setStartAt] = useState('');
  const [tags, setTags] = useState('');
  const [version, setVersion] = useState('');
  const [error, setError] = useState<{ text: string; field?: string }>();
  const [busy, setBusy] = useState(false);

  const fill = () => {
    if (example === undefined) return;
    setJson(JSON.stringify(example, undefined, 2));
    if (formed && typeof example === 'object') setValues({ ...defaults(schema), ...defaults(schema, example as Record<string, unknown>) });
  };
  const toJson = () => {
    if (!asJson) {
      try {
        setJson(JSON.stringify(readForm(schema!, values), undefined, 2));
      } catch {
        // What is half written stays in the form.
      }
    } else {
      try {
        const value = readJson(json, 'The input');
        if (value !== null && typeof value === 'object' && !Array.isArray(value)) setValues(defaults(schema, value as Record<string, unknown>));
      } catch (reason) {
        setError({ text: (reason as Error).message });
        return;
      }
    }
    setError(undefined);
    setAsJson(!asJson);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      const body: Record<string, unknown> = {};
      const input = asJson ? readJson(json, 'The input') : readForm(schema!, values);
      if (input !== undefined) body.input = input;
      if (id.trim()) body.id = id.trim();
      if (version.trim()) body.version = version.trim();
      if (startAt) body.startAt = new Date(startAt).toISOString();
      const pairs = tags.split(',').map((one) => one.trim()).filter((one) => one !== '');
      if (pairs.length > 0) body.tags = Object.fromEntries(pairs.map((one) => [one.split('=')[0]!.trim(), one.includes('=') ? one.slice(one.indexOf('=') + 1).trim() : '']));
      const result = await post<OperationResult>(path`/orchestrations/${orchestration.name}`, body);
      say(result.message ?? 'It was started.');
      go(instanceLink(result.newId ?? result.id ?? ''));
    } catch (reason) {
      setError({ text: (reason as Error).message, field: reason instanceof ApiError ? reason.field : undefined });
    } finally {
      setBusy(false);
    }
  };

  return (
    <form class="stack" onSubmit={submit}>
      {orchestration.description && <p class="dim"><Text value={orchestration.description} /></p>}
      <div class="row">
        {formed && <button type="button" class="button small" onClick={toJson}>{asJson ? 'As a form' : 'As JSON'}</button>}
        {example !== undefined && <button type="button" class="button small" onClick={fill}>Fill in the example</button>}
      </div>
      {asJson
        ? <JsonField label="Input" hint="(JSON; empty for none)" rows={14} value={json} set={setJson} />
        : <SchemaForm schema={schema!} values={values} set={setValues} wrong={error?.field} />}
      <details>
        <summary>Id, time, tags, version</summary>
        <div class="stack inset">
          <label>Id <span class="dim">(made when empty)</span><input name="id" value={id} onInput={(event) => setId(event.currentTarget.value)} /></label>
          <label>Start at <span class="dim">(at once when empty)</span><input type="datetime-local" value={startAt} onInput={(event) => setStartAt(event.currentTarget.value)} /></label>
          <label>Tags <span class="dim">(key=value, separated by commas)</span><input value={tags} onInput={(event) => setTags(event.currentTarget.value)} /></label>
          <label>Version<input value={version} onInput={(event) => setVersion(event.currentTarget.value)} /></label>
        </div>
      </details>
      {error && <p class="form-error" role="alert"><Icon name="warn" /> <Text value={error.field ? `${error.field}: ${error.text}` : error.text} /></p>}
      <footer class="row"><button type="submit" class="button primary" disabled={busy}>{busy ? 'Starting…' : 'Start'}</button></footer>
    </form>
  );
}

export function StartPage({ name }: { name?: string }) {
  const operator = useOperator();
  const [find, setFind] = useState('');
  const list = useResource<{ items: Orchestration[] }>('orchestrations', (signal) => get('/orchestrations', undefined, signal));
  const first = list.data?.items.find((one) => one.startable !== false)?.name;
  useEffect(() => {
    // The address may be ahead of the name: who has clicked meanwhile is not called back.
    if (name === undefined && first !== undefined && parseRoute(location.hash).segments.join('/') === 'start') go(link(['start', first]), true);
  }, [name, first]);
  if (!operator) return <Empty title="A viewer starts nothing.">Log in with an operator's key.</Empty>;
  return (
    <div class="page">
      <h1>Start an orchestration</h1>
      <Loaded of={list} what="the orchestrations">
        {({ items }) => {
          const fits = items.filter((one) => one.name.toLowerCase().includes(find.toLowerCase()));
          const groups = [['', fits.filter((one) => one.startable !== false)], ['Started by others', fits.filter((one) => one.startable === false)]] as const;
          const chosen = items.find((one) => one.name === name);
          return items.length === 0 ? <Empty title="This application has no orchestrations." /> : (
            <div class="split">
              <nav class="card side" aria-label="Orchestrations">
                <input type="search" placeholder="Find" aria-label="Find an orchestration" value={find} onInput={(event) => setFind(event.currentTarget.value)} />
                {groups.map(([label, group]) => group.length > 0 && (
                  <div key={label}>
                    {label && <h4>{label}</h4>}
                    <ul>{group.map((one) => <li key={one.name}><a href={link(['start', one.name])} aria-current={one.name === name ? 'true' : undefined}><Text value={one.name} /></a></li>)}</ul>
                  </div>
                ))}
              </nav>
              <section class="card">
                {chosen ? <><h2><Text value={chosen.name} /></h2><div class="body"><StartForm key={chosen.name} orchestration={chosen} /></div></> : <Empty title={name ? `There is no orchestration of this name.` : 'Choose one.'} />}
              </section>
            </div>
          );
        }}
      </Loaded>
    </div>
  );
}
