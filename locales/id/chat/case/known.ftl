# Klien yang mungkin sudah dikenal.

known-own = 🔎 Di antara kasus Anda sudah ada nama yang mirip. Orang yang sama dilayani dalam satu kasus; kasus yang sudah ditutup dapat dibuka lagi.
known-elsewhere = 🔎 Mungkin sudah dikenal di lembaga ini. Supervisor dapat memeriksanya untuk Anda; isi dan pemegang kasus lain tidak ditampilkan.
known-what-now = Bila ternyata orang yang sama, buang draf <b>{ $code }</b> dari kartunya. Bila bukan, jawab saja pertanyaan berikutnya.
button-ask-whether-known = 🙋 Minta supervisor memeriksa
known-superior = Supervisor
known-asked = Permintaan memeriksa <b>{ $code }</b> tercatat.
known-asked-already = Sudah diminta hari ini.
notice-known = 🔎 { $name } minta diperiksa: klien di <b>{ $code }</b> mungkin sama dengan:
    { $found }
    Bandingkan dengan supervisornya; jangan sebut nama di pesan.
notice-known-none = 🔎 { $name } minta diperiksa apakah klien di <b>{ $code }</b> sudah dikenal. Tidak ada nama yang mirip di kasus lain.
known-perhaps-line = • { $code } · supervisor: { $name }
notice-many-names = 🔎 { $name } mencocokkan lebih dari lima nama klien dalam sehari. Mulai sekarang sampai besok jawabannya selalu "mungkin". Bicarakan bila ini tidak wajar.
