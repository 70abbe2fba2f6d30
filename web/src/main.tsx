import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './page/app.tsx';
import { startPanes } from './page/panes/kept-panes.ts';
import { startTheme } from './page/use-theme.ts';
import './style/style.css';

startTheme();
startPanes();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
