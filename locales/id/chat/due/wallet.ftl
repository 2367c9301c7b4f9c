# Dompet STR: surat izin milik anggota sendiri.

button-wallet = 🪪 Dompet STR
button-permit-str = 🪪 Catat STR
button-permit-certificate = 🎓 Catat sertifikat kompetensi
button-permit-sipps = 📍 Catat tempat praktik (SIPPS)
wallet-title = <b>Dompet STR</b>. Hanya Anda yang melihat nomornya; admin hanya melihat sampai kapan STR berlaku.
wallet-empty = Belum ada yang dicatat.
wallet-reminders = Saya ingatkan 180, 90, 30, dan 7 hari sebelum STR berakhir, dan pada harinya.
permit-str = STR
permit-certificate = sertifikat kompetensi
permit-sipps = SIPPS
permit-line = • { $name }: { $number }
permit-line-until = • { $name }: { $number }, sampai { $day } ({ $days } hari lagi)
permit-line-lapsed = • ❗️ { $name }: { $number }, berakhir { $day }
permit-number-str = Nomor STR Anda?
permit-number-certificate = Nomor sertifikat kompetensi Anda?
permit-issued = Tanggal terbitnya? Misalnya: 12-3-2024.
permit-expires-str = Sampai kapan berlaku? STR berlaku 5 tahun (UU 14/2019 Pasal 30 ayat (1)).
permit-expires = Sampai kapan berlaku?
permit-expires-first = Tanggal akhirnya harus setelah tanggal terbit, { $day }.
permit-no-end = Tanpa tanggal akhir
permit-place = Di mana tempat praktiknya? Satu SIPPS untuk satu tempat, paling banyak dua (UU 14/2019 Pasal 38).
permit-kept = ✓ Tersimpan.
str-renewal-needs =
    <b>Untuk registrasi ulang</b> (UU 14/2019 Pasal 30 ayat (2)):
    • STR lama
    • sertifikat kompetensi
    • surat keterangan sehat fisik dan mental
    • pernyataan mematuhi kode etik
    • telah mengabdikan diri sebagai pekerja sosial
