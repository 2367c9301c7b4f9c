# Persetujuan melekat pada yang disetujui: dibacakan, dan ditanyakan lagi bila berubah.

change-lapses = Jawabannya menjadi <b>{ $answer }</b>? Persetujuan yang sudah diberikan tidak berlaku untuk itu dan ditanyakan lagi: { $agreements }.
change-loses = Jawabannya menjadi <b>{ $answer }</b>? { $lost } jawaban lain tidak berlaku lagi.
remove-lapses = Persetujuan yang sudah diberikan tidak berlaku tanpa bagian ini dan ditanyakan lagi: { $agreements }.
agreed-changed = <b>Berubah sejak disetujui:</b>
agreed-change = { $about }: { $before } → { $after }
agreed-none = (tidak ada)
button-change-surely = Ya, ubah
button-leave-unchanged = Tidak, biarkan
