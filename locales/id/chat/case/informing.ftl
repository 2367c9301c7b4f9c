# Sekitar informasi untuk klien: tombol, catatan, kartu.

information-lead = Bacakan pelan-pelan dengan bahasa yang dipahami, atau tunjukkan layar ini. Untuk anak, sampaikan kepada walinya dan kepada anaknya.
information-version = Versi { $version }
button-information = 📖 Bacakan ke klien
button-information-case = 📖 Informasi untuk klien
button-information-given = ✅ Sudah disampaikan
information-kept = ✅ Tercatat di <b>{ $code }</b>: informasi data versi { $version } disampaikan, { $at }.
information-changed = Informasinya berubah sejak dibuka. Ini yang berlaku sekarang.
card-information-given = 📖 Informasi data: disampaikan { $at } (versi { $version })
card-information-old = 📖 Informasi data: disampaikan { $at } (versi { $version }). Sudah ada versi baru; sampaikan sebelum melanjutkan.
card-information-none = 📖 Informasi data: belum disampaikan
paper-information-version = Informasi versi { $version }
