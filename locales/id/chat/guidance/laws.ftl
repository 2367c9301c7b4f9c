# Undang-undang dan peraturan yang dibawa bot: bunyi pasal, penjelasan, daftar isi.

laws-title =
    <b>Undang-undang dan peraturan</b>
    Bunyinya lengkap, kata per kata. Pilih satu, atau tulis saja, misalnya <i>pasal 44 uu 14/2019</i>.
law-name = <b>{ $law }</b> tentang { $title }
law-pick-chapter = Pilih babnya, lalu baca pasal demi pasal.
law-pick-pasal = Pilih pasalnya.
law-standing =
    { $law ->
        [uu-14-2019] Berlaku sejak 2 Oktober 2019.
        [uu-11-2009] Berlaku. Pasal 1 angka 4, Pasal 33 ayat (2), dan Pasal 52 ayat (3)–(6) dicabut UU 14/2019 Pasal 66.
        [pp-39-2012] Berlaku sepanjang tidak bertentangan dengan UU 14/2019 (Pasal 67): izin praktik kini SIPPS dari kabupaten/kota.
        [uu-23-2002] Berlaku, diubah UU 35/2014. Diubah lagi UU 17/2016, yang teksnya belum ada di sini; Pasal 81 ayat (1) dan Pasal 82 dicabut KUHP baru (UU 1/2023 Pasal 622).
        [uu-35-2014] Mengubah UU 23/2002. Diubah lagi UU 17/2016, yang teksnya belum ada di sini; Pasal 81 ayat (1) dan Pasal 82 dicabut KUHP baru (UU 1/2023 Pasal 622).
        [uu-1-2023] Berlaku sejak awal 2026 (Pasal 624). Dari undang-undang ini hanya pasal yang disebut di judul yang ada di sini.
        [uu-27-2022] Berlaku; masa penyesuaian dua tahun dalam Pasal 74 sudah lewat.
       *[other] Berlaku, menurut sumber yang kami baca.
    }
law-rewritten = Bunyi ini menggantikan { $former } Pasal { $pasal }.
law-former = Bunyi sebelum diubah { $by }; tidak berlaku lagi.
law-lost = […]: baris itu hilang dari naskah yang kami punya.
law-copy = Disalin dari naskah pindaian yang dirapikan. Untuk dipakai resmi, cocokkan dengan JDIH.
law-language = Teksnya dalam bahasa Indonesia.
law-explained = Penjelasan
law-searched = Pasal yang paling dekat dengan pertanyaan itu:
law-none = Tidak ada pasal yang cocok dalam { $count } peraturan yang saya bawa. Coba kata lain, atau sebut undang-undangnya.
law-no-place = { $place } dari { $law } tidak ada pada saya. Ini daftar isi yang saya punya.
button-law-source = 📜 { $law } { $place }
button-law-words = 📜 Bunyi pasal
button-law-whole = 📄 Pasal utuh
button-law-explained = 💬 Penjelasan
button-law-former = 🕰 Bunyi lama
button-law-contents = 📚 Daftar isi
button-laws = 📚 Undang-undang
button-law-back = ⬅️ Ke jawaban
button-law-pasal = Pasal { $pasal }
command-hukum = Bunyi undang-undang dan peraturan
