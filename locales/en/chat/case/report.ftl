# The laporan sosial that an authority asked for.

next-report = Next: <b>laporan sosial</b>, before { $time }.
next-report-late = Next: <b>laporan sosial</b>, it was due { $time }.
report-opens = 📜 This laporan sosial was asked for by { $requester } on { $when } ({ $letter }). It rests on the institution's legal obligation (UU 27/2022 Pasal 20 ayat (2) huruf c), so it may be written whatever was answered about consent. Note only what the report needs.
card-report = 📜 Laporan sosial asked for by { $requester }, { $when } ({ $letter }). Ground: legal obligation, UU 27/2022 Pasal 20 ayat (2) huruf c.
report-letter = letter { $letter }
report-letter-none = letter not noted yet
button-report-start = ▶️ Write the laporan sosial
button-report-continue = ▶️ Go on with the laporan sosial
