# Laporan sosial yang diminta penegak hukum.

next-report = Berikutnya: <b>laporan sosial</b>, sebelum { $time }.
next-report-late = Berikutnya: <b>laporan sosial</b>, batasnya { $time } sudah lewat.
report-opens = 📜 Laporan sosial ini diminta { $requester } pada { $when } ({ $letter }). Dasarnya kewajiban hukum lembaga (UU 27/2022 Pasal 20 ayat (2) huruf c), jadi boleh disusun apa pun jawaban tentang persetujuan. Catat yang diperlukan laporan saja.
card-report = 📜 Laporan sosial diminta { $requester }, { $when } ({ $letter }). Dasar: kewajiban hukum, UU 27/2022 Pasal 20 ayat (2) huruf c.
report-letter = surat { $letter }
report-letter-none = surat belum dicatat
button-report-start = ▶️ Susun laporan sosial
button-report-continue = ▶️ Lanjutkan laporan sosial
