# Laws and regulations the bot brings along: the words of a Pasal, its explanation, contents.

laws-title =
    <b>Laws and regulations</b>
    The whole text, word for word, in Indonesian. Choose one, or just write, for example <i>pasal 44 uu 14/2019</i>.
law-name = <b>{ $law }</b> on { $title }
law-pick-chapter = Choose a chapter, then read Pasal by Pasal.
law-pick-pasal = Choose a Pasal.
law-standing =
    { $law ->
        [uu-14-2019] In force since 2 October 2019.
        [uu-11-2009] In force. Pasal 1 angka 4, Pasal 33 ayat (2) and Pasal 52 ayat (3)–(6) were revoked by UU 14/2019 Pasal 66.
        [pp-39-2012] In force as far as it does not contradict UU 14/2019 (Pasal 67): the practice permit is now the SIPPS of the regency or city.
        [uu-23-2002] In force, amended by UU 35/2014. Amended again by UU 17/2016, whose text is not here yet; Pasal 81 ayat (1) and Pasal 82 were revoked by the new criminal code (UU 1/2023 Pasal 622).
        [uu-35-2014] Amends UU 23/2002. Amended again by UU 17/2016, whose text is not here yet; Pasal 81 ayat (1) and Pasal 82 were revoked by the new criminal code (UU 1/2023 Pasal 622).
        [uu-1-2023] In force since early 2026 (Pasal 624). Of this law only the Pasal named in its title are here.
        [uu-27-2022] In force; the two years to adapt of Pasal 74 are over.
       *[other] In force, by the sources we have read.
    }
law-rewritten = These words replace { $former } Pasal { $pasal }.
law-former = The words before { $by } changed them; no longer in force.
law-lost = […]: that line is missing from the copy we have.
law-copy = Copied from a tidied scan. For official use, compare it with JDIH.
law-language = The law is in Indonesian; we have no official translation.
law-explained = Explanation (Penjelasan)
law-searched = The Pasal nearest to that question:
law-none = No Pasal of the { $count } laws I bring along fits. Try other words, or name the law.
law-no-place = I have no { $place } of { $law }. These are the contents of what I have.
button-law-source = 📜 { $law } { $place }
button-law-words = 📜 The law's words
button-law-whole = 📄 Whole Pasal
button-law-explained = 💬 Explanation
button-law-former = 🕰 Former words
button-law-contents = 📚 Contents
button-laws = 📚 Laws
button-law-back = ⬅️ To the answer
button-law-pasal = Pasal { $pasal }
command-hukum = The words of laws and regulations
