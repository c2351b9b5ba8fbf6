"""From a proven lesson's words to sound: which voice says them, when each word is heard, how loud all is.

Public, each imported from its own module, so that `check` imports nothing that speaks: `wording.unspeakable` ·
`voices.voice_for`, `programs.command_voice` · `speaking.begin_to_speak`,
`speaking.begin_as_asked` with `Spoken`, `SILENT` · `speech.Speech` ·
`loudness.levelled` · `store.SpeechStore`.
"""
