import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../styles/fonts.css';
import '../styles/base.css';
import '../styles/chrome.css';
import '../styles/marks.css';
import '../styles/board.css';
import '../styles/reader.css';
import '../styles/print.css';
import { Desk } from './desk.tsx';

const root = document.getElementById('desk');
if (root === null) throw new Error('The page has no place for the desk.');
createRoot(root).render(
  <StrictMode>
    <Desk />
  </StrictMode>,
);
