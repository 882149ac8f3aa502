"""Danger in English sentences: what it is, whom it is about, what is none, and what has passed."""

import pytest

from tests.understanding.danger_table import read_as

SENTENCES: dict[tuple[str, str], list[str]] = {
    ("clear wish", ""): [
        "everyone at school has seen it. i want to die", "i just wanna die tbh", "want 2 die", "i wana die", "kms", "gonna kms tonight", "i want to kil myself", "thinking about sucide", "im suicidal", "i feel like dying", "i'd rather not wake up tomorrow, i hope i don't wake up",
        "it's 2am and i'm thinking of jumping", "i'm on the roof of my building", "standing on a bridge right now", "i am sitting on the balcony railing", "i'm at the platform thinking about stepping in front of the train", "i bought a rope", "ive got enough pills saved up, saving all my pills for weeks",
        "i've been collecting sleeping pills", "i lined up all the pills on my desk", "i wrote a goodbye note", "i already wrote my suicide note", "goodbye everyone, sorry", "by the time you read this i'll be gone", "my family would be better off without me", "everyone would be happier if i was dead",
        "no one would miss me", "nobody would even notice if i was gone", "i don't want to be alive anymore", "i dont wanna exist", "there is no point in living", "what's the point of living when it's everywhere", "i wish i was never born", "i wish i could just not wake up", "i want to sleep forever",
        "i can't live like this", "i'm a burden to everyone", "i'm going to end it all", "gonna end it tonight", "i will end my life", "planning to unalive myself", "i'm ready to die", "i deserve to die", "i want to disappear forever", "if it doesn't come down i'll kill myself",
        "I am father of two, 45, and I am thinking about suicide because of this video", "i not want live no more", "please, i want die. english not good", "everyday i think to kill myself", "i don't want to go on living, don't want to live", "won't be here tomorrow so it doesn't matter", "i don't want to die but i keep thinking of jumping off the bridge",
        "part of me wants to die", "this is my last night alive", "hanging myself seems easier", "how many tylenol to die, i have a bottle of pills", "he posted my nudes and i want to kill myself", "my friend leaked my pic and now i want to die", "she told everyone and i just want to be dead",
    ],
    ("clear harm", ""): [
        "i cut my arms again last night", "been cutting again", "i keep hurting myself", "i burned my leg on purpose, burnt my skin", "the urge to cut is so strong", "i relapsed", "i have a razor in my hand", "i've been self-harming", "i scratch my arms till they bleed, scratching my arms", "i slit my wrist", "i punch myself when i see the picture",
        "i want to hurt myself", "i bang my head on the wall, banging my head", "there are cuts all over my arms",
    ],
    ("clear now", ""): [
        "he's outside my door", "someone is following me home", "a man is standing outside my window", "my ex is banging on my door", "my boyfriend has a knife", "he put his hands around my throat", "his hand was on my throat", "he choked me last night and he's coming back", "my husband hits me", "my bf beats me when he's drunk",
        "i'm locked in the bathroom and he's kicking the door", "he won't let me leave", "they're coming to my house tonight", "he says meet him tonight or he posts everything", "he wants me to meet now or else", "i have to go meet him in an hour", "he is on his way", "i'm scared of when he comes home", "he's coming home soon and he saw my phone, he'll hit me",
        "i took a whole bottle of pills", "i overdosed", "i swallowed all my meds", "it won't stop bleeding", "i'm bleeding a lot", "they are breaking in", "he's trying to kill me", "my dad is beating me", "i'm being followed", "he's got a gun", "i'm hiding in the closet", "please call the police now", "he just raped me", "my stepdad punched me, he hit me and took my phone",
        "a car is parked outside my house, the guy from snapchat is outside my house", "im in his car and he won't stop", "my wife beats me and nobody believes men", "strangers are knocking, they know my address, they're at my door",
    ],
    ("clear wish other", ""): [
        "my friend texted me goodbye", "my friend says she wants to die", "my daughter wants to kill herself", "my son said he doesn't want to live anymore", "my sister is on the roof", "a student of mine wrote a suicide note", "my best friend is going to jump", "she said she's going to kill herself", "he told me he wants to die", "my girlfriend is threatening to kill herself",
        "one of my pupils is talking about ending her life", "my brother bought a rope", "my roommate has been collecting pills", "they posted that they want to end their life", "my classmate is suicidal", "my kid keeps saying 'i want to die'", "somebody in our group chat said goodbye and she's not answering", "my daughter left a note, a goodbye letter",
        "my cousin is standing on a bridge", "my wife says everyone would be better off without her, she wants to die",
    ],
    ("clear harm other", ""): ["my daughter is cutting herself", "my friend cut her wrists", "a pupil has cuts all over her arms", "my son is hurting himself", "i found out my sister self-harms, she keeps hurting herself"],
    ("clear now other", ""): ["my friend took a bunch of pills", "my daughter took all her pills", "she's unconscious", "my sister is being followed", "her boyfriend is hitting her", "he is choking my mom", "my friend is being beaten by her husband", "they locked her in", "my student is being forced to meet him", "he's outside her house"],
    ("clear wish other", "friend"): ["wants to die", "she's on the bridge", "says he'll jump, he wants to jump", "got a goodbye text from her, she sent a goodbye"],
    ("clear wish other", "parent"): ["she doesn't want to live", "he wrote a suicide note", "wants to end it, she said she wants to die"],
    ("clear harm other", "teacher"): ["cutting herself in the school toilet", "he has been cutting his arms"],
    ("clear wish", "parent"): ["i want to die too", "i'm her mother and i want to die", "honestly i'm suicidal myself"],
    ("doubt", ""): [
        "i can't do this anymore", "i can't take it any more", "i give up", "i'm done", "i'm so tired of everything", "i want it all to stop", "no way out", "my life is over", "what's the point", "i feel hopeless", "nobody cares", "i hate myself", "i'm worthless", "i can't cope", "i can't go on", "i don't want tomorrow to come, i don't want tomorrow",
        "they tell me to kill myself", "people comment kys on everything", "he told me to go die", "someone wrote \"kill yourself\" on my post", "everyone says i should die", "he says he'll kill himself if i block him", "he said he will kill me", "he says he knows where i live", "i think i'm being watched", "i don't feel safe at home", "i'm scared to go home", "my friend isn't answering", "my daughter locked herself in",
        "i can't find my sister, can't reach her", "he wants to meet up", "make it stop", "my life is ruined",
    ],
    ("none", ""): [
        "i'm dead lol", "i'm dying of embarrassment", "so embarrassed i could die", "this is killing me", "my phone is dying", "my phone's about to die", "battery dead", "dead link", "my mom will kill me if she finds out", "i'd rather die than tell my dad", "hang on", "he hung up on me", "i'm going to hang up now", "end the stream", "i'm ending the call", "jump to step two", "kill the account", "i want to disappear from google",
        "i want it to disappear", "i just want these pictures gone", "they followed me on insta", "a bot is following me on twitter", "i used to cut", "i was suicidal years ago", "back then i wanted to die but i'm fine now", "the lyrics say i wanna be dead", "there was a girl on the news who died by suicide", "in the movie she jumps off a bridge", "scared to death", "deadline is today", "cut my head off and pasted it on a naked body",
        "they cut out my face from the photo", "i'm at home", "i'm at the station waiting for the train", "my friend is coming over for dinner", "my boyfriend doesn't know", "my ex posted my pictures", "how do i report it", "bye", "thanks, goodbye", "good night", "see you tomorrow", "the website is dead", "it's to die for", "my husband found out about the video", "he followed me back on tiktok",
        "can you help me with instagram", "my friend needs help, her picture is on X", "my daughter's photo was used", "he blocked me", "i'm on the train so i can't talk", "they want money", "pics of me jumping on a trampoline", "i'm cutting contact with him", "killed my vibe", "how long does it take to be gone",
    ],
    ("passed", ""): ["i'm not suicidal", "i don't want to die, i just want it down", "i'm not going to hurt myself", "i would never kill myself", "no suicidal thoughts", "i'm not thinking about killing myself", "never self-harmed, i never hurt myself", "i'm not in danger"],
    ("none", "platform"): ["i'm done", "idk", "instagram and snap", "done", "no idea"],
    ("none", "takedown"): ["thanks, bye", "it's still there, it won't go away", "they refused. what now", "i want to vanish from search results", "it killed my reputation"],
    ("doubt", "takedown"): ["they refused again. i can't do this anymore", "i give up. nothing works"],
    ("clear wish", "takedown"): ["they refused. i want to die", "if it stays up i'll end my life", "no one will take it down and i don't want to be here anymore"],
    ("clear wish", "wish"): ["yes", "yeah", "yes i do", "sometimes", "a little", "kind of", "every night", "yeah a lot", "i do", "tbh yes", "yes...", "yep, all the time", "i think so"],
    ("passed", "wish"): ["no", "nope", "no i'm not", "no, just upset", "not really", "no i don't", "nothing like that", "no, i'm fine", "god no", "i'm ok", "no. i just want it down", "no way, i'm not suicidal", "not at all", "nah"],
    ("doubt", "wish"): ["idk", "maybe", "i don't know", "not sure", "i guess"],
    ("passed", "safe"): ["yes", "i'm safe", "yes i'm at home", "yeah i'm ok", "fine"],
    ("doubt", "safe"): ["no", "not really", "not safe", "i'm not ok", "idk"],
    ("passed", "still safe"): ["yes", "yes, calm now", "i'm ok now", "feeling better", "yeah my mum is with me"],
    ("doubt", "still safe"): ["no", "i don't know", "not really"],
    ("clear now", "still there"): ["yes", "yeah", "yes he's banging on the door", "he's still outside my door"],
    ("passed", "still there"): ["no", "he left", "he's gone", "no, gone now", "nobody is there"],
    ("clear wish", "at hand"): ["yes", "yeah right here"],
    ("passed", "other safe"): ["yes", "she's with me", "found her", "her mom is with her, she's safe", "yes she's home"],
    ("clear wish", "doubt"): ["yes", "i can't do this anymore", "i give up", "thanks for everything", "sorry for everything, bye", "what's the point", "yeah. every day"],
    ("passed", "doubt"): ["no i'm ok", "no, i'm not suicidal", "my friend is here now", "feeling calmer", "i didn't mean it like that", "i was just venting", "no just sad"],
    ("doubt", "doubt"): ["idk", "bye", "they told me to kill myself"],
    ("none", "doubt, nothing asked"): ["how do i report on tiktok", "i'm 17", "just want it gone from google", "he hung up", "my phone is at 2%, dying"],
    ("clear wish", "danger"): ["bye", "thanks for listening, goodbye", "i'm so tired of everything", "on the roof", "i have the pills here", "still want to die", "it's over, i give up", "sorry for everything"],
    ("passed", "danger"): [
        "i'm calmer now", "my friend is with me", "my mom is here", "i talked to my sister", "i feel better", "i'm inside now", "i gave the pills to my mum", "came down from the roof", "i'm ok now", "i'm home now", "i won't do it", "i called the line", "the ambulance is here", "i'm with my neighbour", "i'm safe now thank you, bye", "i threw away the blades", "no i'm not suicidal anymore, not suicidal",
    ],
    ("none", "danger"): ["ok", "it's cold", "what do i do", "i can't call, my parents are asleep", "i hung up", "phones scare me", "my battery is dying", "drank some water"],
    ("passed", "danger now"): ["he left", "he's gone now", "they drove away", "police are here", "i'm at my neighbour's, i'm safe", "false alarm", "nobody's there"],
    ("clear now", "danger now"): ["he's still banging on the door", "he came back, he's outside my window", "he's coming back with a knife", "still outside my house, he is outside my house"],
    ("passed", "friend in danger"): ["found her", "she's with me", "she answered", "she's safe, her mom is with her", "she called me back", "she's calm now", "they are ok", "she's asleep on my couch", "he's alive and at the hospital, he's in hospital"],
    ("clear wish other", "friend in danger"): ["she still says she wants to die", "she's not answering", "she won't open the door", "she is on the bridge", "can't find her"],
    ("passed", "parent in danger"): ["she's sleeping now", "we talked and she's calmer", "he's home", "we're at the hospital, she's safe"],
    ("none", "eased"): ["thanks", "bye, i'll come back", "ok how do i report it", "good night"],
    ("clear wish", "eased"): ["i want to die again", "i still want to kill myself"],
    ("doubt", "eased"): ["i can't do this anymore", "i give up"],
    ("doubt", "distress"): ["goodbye", "thanks for everything", "i can't go on", "this is the last time i write"],
    ("clear now", "threat"): ["he says he is coming to my house tonight", "meet him tonight or he'll send it", "he's outside my school", "come out now he says or else, i have to meet him in 10 minutes"],
    ("none", "threat"): ["he wants 500 dollars", "should i block him", "he has my contacts", "he hung up when i said no", "he said he'll send it to my mom", "i paid already"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said_into", "expected"),
    [(text, said_into, expected) for (expected, said_into), texts in SENTENCES.items() for text in texts],
)
def test_a_sentence_is_read_with_what_it_was_said_into(text: str, said_into: str, expected: str) -> None:
    assert read_as(text, said_into=said_into) == expected


def test_a_pasted_talk_of_two_people_is_asked_about() -> None:
    log = "sam: i want to die\nme: where are you\nsam: on the roof"
    assert read_as(log, said_into="") == "doubt"
