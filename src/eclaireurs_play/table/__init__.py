"""The table on a screen: a desk for whoever facilitates, a projector for everyone.

**Seams.** Everything but `painter`, `shapes`, `panes`, `windows` and `fingers` is plain Python,
tested without pixels.

- `scene`: what a frame is: items of the project's display list, in logical mm, and `Hit`s, the
  places one may press, each with a stable `name`, words, and what it does. `Scaled` draws a card
  of the kit at any size; `Panel` scrolls.
- `pen`: words, lines, boxes; it remembers what had no room. `brush`: buttons, chips, panels.
  `fields`: a text being typed. `carrying`: something dragged, dropped or put back.
  `palette`: what people set, `remembering`: kept beside their sessions.
- `editor`: a text being typed. `clock`: the countdown, `chime`: its sound. `saved`: the folder of
  journals; `sittings`: the next session of a campaign.
- `forms/`: one widget per domain of the engine, in `FORMS`; never one per kind of phase. A form
  draws itself and gives a gesture. A new domain needs a form, and a test says so.
- `offers`: what a session offers to do, in order, from the engine's asks.
- `taking`: the offer taken up and its form; `zoning`: the zones where one drops what is laid.
- `playing`: a session at the table: what is played and undone, the line typed from paper, the
  clock. Every gesture goes through `Session`, hence its journal, before anyone sees it. `past`:
  what each press made, undone, put back, or one text of it corrected.
- `desk` (its middle is `workbench`, or `parting` for whoever leaves early), `lobby` (what it
  chooses is in `starting`), `ending`, `help`, `welcome`: one function each that draws a frame.
  `advice`: the short plan, what to do when stuck.
- `marking`: bookmarks above the log. `memoir`: the words of a journal that can't be played again.
- `interlude`: what takes the desk over for a while. `handing`, drawn by `covers`: the screen passed
  from hand to hand. `film`, drawn by `screening`: the session seen again, public on both windows;
  `branches`: another journal that goes on from one moment. `interludes` begins them.
- `wall/`: the projector, drawn from a `Shown`, which makes public the state it is given: what is
  secret can't reach it. Each sight finds in gestures, domains, outlines and outcomes what it may
  draw; `frame` takes the first that does. What had no room goes to the `pages` that follow, which
  `leaves` turns from the desk: nothing is left out without a way to read it.
- `program.Table`: the windows' frames and what people do to them: `scene`, `press`, `point`,
  `wheel`, `write`, `key`, `tick`. `frame`: one window's, with its focus; `keyboard`: what keys do.
- `painter`: a scene on a pygame surface, `shapes` what it smooths. `panes`: windows of the system.
  `windows`: two windows, one loop, redrawn on change; `motion`: cards on their way between two
  frames.
- `script`, `driving`: a session written in a file and played at the desk; `acting`: which presses
  make a gesture; `fingers`: those presses as pygame's own events, and pictures of both windows.
"""
