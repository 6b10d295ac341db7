import { render } from 'preact';
import { App } from './app';
import { applyTheme, currentTheme } from './lib/settings';

applyTheme(currentTheme());
render(<App />, document.getElementById('app')!);
