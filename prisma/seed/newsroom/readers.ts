export type NewsroomReader = { key: string; name: string; staff?: true; moderator?: true }

/** The people who talk under the stories. Keys are what a remark's `by` names. */
export const readers: NewsroomReader[] = [
  { key: 'miriam', name: 'Miriam Okafor' },
  { key: 'lindqvist', name: 'J. Lindqvist' },
  { key: 'daniel', name: 'Daniel Reyes' },
  { key: 'tomasz', name: 'Tomasz Wieczorek' },
  { key: 'aroha', name: 'Aroha Tamihana' },
  { key: 'priya', name: 'Priya Raman' },
  { key: 'hamid', name: 'Hamid Karimi' },
  { key: 'yusuf', name: 'Yusuf Demirel' },
  { key: 'siobhan', name: 'Siobhán Kearney' },
  { key: 'weilin', name: 'Chen Wei-Lin' },
  { key: 'odalys', name: 'Odalys Quintero' },
  { key: 'bertrand', name: 'Bertrand Achterberg' },
  { key: 'kofi', name: 'Kofi Mensah-Brown' },
  { key: 'layla', name: 'ليلى حداد' },
  { key: 'tiller', name: 'Old Tiller' },
  { key: 'lantern', name: 'Lantern Bargains' },
  { key: 'wren', name: 'Wren Alcott' },
  { key: 'dragomir', name: 'P. Dragomir' },
  { key: 'desk', name: 'Foreign desk', staff: true },
  { key: 'ines', name: 'Ines Valcourt', moderator: true },
]
