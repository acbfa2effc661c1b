// The theme first: it names the order of the layers that the views' styles go into.
import './theme/index.css';
import './frame/frame.css';

import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { bridge } from './bridge.ts';
import { followMain } from './data/follow-main.ts';
import { createQueryClient } from './data/query-client.ts';
import { pickLanguage } from './i18n/language.ts';
import { setupLanguage } from './i18n/setup.ts';
import { installTrustedTypes } from './security/trusted-types.ts';

// Before anything renders: from here on every text on its way into HTML passes the sanitiser.
installTrustedTypes(window);
setupLanguage(pickLanguage(navigator.languages));

const client = createQueryClient();
followMain(client, bridge);

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App client={client} />);
