import { useState } from 'preact/hooks';
import { ApiError, login } from '../api/client';
import type { Session } from '../api/types/common';
import { Icon } from '../ui/Icon';
import { Text } from '../ui/Text';

export function LoginPage({ session }: { session: Session }) {
  const [key, setKey] = useState('');
  const [name, setName] = useState('');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);

  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setError('');
    try {
      await login(key, name.trim());
    } catch (reason) {
      setKey('');
      setError(reason instanceof ApiError ? (reason.status === 401 ? 'This key opens nothing here.' : reason.message) : String(reason));
    } finally {
      setBusy(false);
    }
  };

  return (
    <div class="login">
      <h1>Workflows</h1>
      {session.loginPossible === false ? (
        <div class="state error" role="alert"><Icon name="warn" /><Text value={session.remedy ?? 'No key opens the monitor. Set Workflows:Keys:monitor_operator or Workflows:Keys:monitor_viewer.'} /></div>
      ) : (
        <form class="stack" onSubmit={submit}>
          <label>Key<input type="password" name="key" autocomplete="current-password" required autoFocus value={key} onInput={(event) => setKey(event.currentTarget.value)} aria-describedby="key-help" /></label>
          <p id="key-help" class="dim">Of an operator or of a viewer: <code>Workflows:Keys:monitor_operator</code>, <code>monitor_viewer</code>.</p>
          <label>Your name <span class="dim">(optional; for the audit log)</span><input type="text" name="name" maxLength={64} autocomplete="name" value={name} onInput={(event) => setName(event.currentTarget.value)} /></label>
          {error && <p class="form-error" role="alert"><Icon name="warn" /> <Text value={error} /></p>}
          <button type="submit" class="button primary" disabled={busy || key === ''}>{busy ? 'Logging in…' : 'Log in'}</button>
        </form>
      )}
    </div>
  );
}
