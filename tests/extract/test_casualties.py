"""Casualty claims: tables of sentences in the project's own words, from many conflicts."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract import extract
from briefing.lexicon import examples, load
from briefing.models import Article, Casualty

Row = tuple[str, str, int | None]  # outcome, kind of quantity, low


def casualties(text: str, published: date | None = None) -> tuple[Casualty, ...]:
    """The casualty claims of a text."""
    return extract(Article("a1", "a1.txt", text, "00", published=published)).casualties


def rows(text: str) -> list[Row]:
    """Outcome, kind and lower bound of each claim."""
    return [(c.outcome, c.quantity.kind, c.quantity.low) for c in casualties(text)]


FOUND: list[tuple[str, list[Row]]] = [
    # active, passive, participle, headline
    ("Shelling killed four people in Kherson.", [("killed", "exact", 4)]),
    ("Four people were killed in Kherson.", [("killed", "exact", 4)]),
    ("A drone hit a bus, killing at least six commuters.", [("killed", "at_least", 6)]),
    ("Nine villagers killed in Kordofan", [("killed", "exact", 9)]),
    ("Blast in Quetta kills 3, injures 12", [("killed", "exact", 3), ("injured", "exact", 12)]),
    # a question for yes or no tells nothing; another takes it as told
    ("Was it the army that killed the three monks?", []),
    ("Why were 12 farmers killed?", [("killed", "exact", 12)]),
    # one person told as the reason for something else
    ("It urged sanctions against those responsible for jailing critic Ana Diaz.", []),
    ("He was tried for killing three guards.", [("killed", "exact", 3)]),
    # what is condemned or a rule is no event
    ("Taking hostages is not our way.", []),
    ("The group does not condone taking prisoners.", []),
    # whom a word for captivity stands behind
    ("Gunmen took villagers captive.", [("detained", "vague", None)]),
    ("Gunmen took a nurse hostage.", [("detained", "exact", 1)]),
    # the wounded and the freed are brought to safety and not displaced
    ("A helicopter evacuated 12 wounded soldiers.", [("injured", "exact", 12)]),
    ("Buses evacuated 300 residents.", [("displaced", "exact", 300)]),
    # a count that another one replaces in the same breath
    ("The blast killed six people and not nine, the mayor said.", [("killed", "exact", 6)]),
    ("Not five but seven soldiers died.", [("killed", "exact", 7)]),
    ("The raid killed not one but three farmers.", [("killed", "exact", 3)]),
    ("Not less than 12 people were killed.", [("killed", "at_least", 12)]),
    # nobody of whom is nobody of all that are listed behind
    ("None of the 4 nuns and 90 pupils was hurt.", [("injured", "none", 0)]),
    ("No pupils but 12 guards were hurt.", [("injured", "none", 0), ("injured", "exact", 12)]),
    # a shared subject and a shared object
    (
        "Dozens of miners were killed and injured.",
        [("killed", "vague", None), ("injured", "vague", None)],
    ),
    (
        "The raid killed and wounded several herders.",
        [("killed", "vague", None), ("injured", "vague", None)],
    ),
    # one count for two fates is the most of each; fates that follow one another keep it
    (
        "Raiders killed and wounded 23 guards near Tera.",
        [("killed", "at_most", None), ("injured", "at_most", None)],
    ),
    (
        "More than 40 miners were killed or hurt.",
        [("killed", "vague", None), ("injured", "vague", None)],
    ),
    (
        "Some 20 rebels were killed or captured.",
        [("killed", "at_most", None), ("detained", "at_most", None)],
    ),
    (
        "Three teachers were abducted and killed.",
        [("detained", "exact", 3), ("killed", "exact", 3)],
    ),
    ("Ten miners were hurt and later died.", [("killed", "exact", 10)]),
    # the number of whom, also before its noun; of those who only gave up it counts no dead
    ("Officials put the number of arrests at 30.", [("detained", "exact", 30)]),
    ("This brings to two the number of Kenyans killed since June.", [("killed", "exact", 2)]),
    ("The army put the number of rebels who had given up at 1,200.", []),
    # asked for, or replaced by another count
    ("The rebels did not say how many of their men died.", []),
    ("It was not clear whether two of the guards were killed.", []),
    (
        "A raid killed six men, a doctor said, revising an earlier count of three dead.",
        [("killed", "exact", 6)],
    ),
    # lost: people, unless they went
    ("The brigade has lost nearly 40 soldiers since May.", [("killed", "about", 40)]),
    ("She lost her two sons in the bombardment.", [("killed", "exact", 2)]),
    ("The brigade lost 300 men to desertion.", []),
    ("The party lost 20 seats and the militia two tanks.", []),
    # held, given up, hit, shot and pronounced dead
    ("At least 20 villagers are being held by the rebels.", [("detained", "at_least", 20)]),
    ("Talks were held in Doha.", []),
    ("Nineteen fighters gave themselves up.", [("detained", "exact", 19)]),
    ("Two of his comrades were hit by shrapnel.", [("injured", "exact", 2)]),
    ("A guard was hit by a stray bullet and died in hospital.", [("killed", "exact", 1)]),
    ("Gunmen stopped a bus and shot 23 of them dead.", [("killed", "exact", 23)]),
    ("Some 150 inmates have been recaptured.", [("detained", "about", 150)]),
    # whom one flies out wounded does not flee
    ("A helicopter evacuated wounded troops.", []),
    ("The army evacuated 300 families.", [("displaced", "exact", 300)]),
    # events that are counted are no people
    ("The group recorded 76 massacres in the province.", []),
    ("The massacre of 40 villagers shocked the town.", [("killed", "exact", 40)]),
    (
        "The mayor spoke of 80 dead and twenty-odd hurt.",
        [("killed", "exact", 80), ("injured", "about", 20)],
    ),
    # who killed is not killed, where no object follows
    ("Militiamen set huts ablaze and killed, a farmer said, whom they met.", []),
    ("Shells left the camp in ruins and two guards wounded.", [("injured", "exact", 2)]),
    # one and several others are no apposition
    (
        "A sub-inspector, four policemen and five porters were martyred.",
        [("killed", "exact", 1), ("killed", "exact", 4), ("killed", "exact", 5)],
    ),
    ("A family, four people in all, was killed.", [("killed", "exact", 4)]),
    # a toll that rose from one number to another, on a named day
    (
        "The death toll from Friday night's raid on the beach has risen from 32 to 37.",
        [("killed", "exact", 37)],
    ),
    ("The toll rose from nine on Monday to 14.", [("killed", "exact", 14)]),
    ("Earlier figures from the enclave spoke of 32 dead.", []),
    ("Earlier attacks killed 32 people.", [("killed", "exact", 32)]),
    # an age between commas is no count
    (
        "A woman died in Kherson and her husband, 68, was hurt.",
        [("killed", "exact", 1), ("injured", "exact", 1)],
    ),
    # verbs in a row, parts behind their whole, one beside the dead, a name behind its role
    (
        "Raids have killed 40 porters, wounded 90 and displaced 300 families.",
        [("killed", "exact", 40), ("injured", "exact", 90), ("displaced", "exact", 300)],
    ),
    (
        "Shells killed 34 people, two children among them.",
        [("killed", "exact", 34), ("killed", "exact", 2)],
    ),
    (
        "One guard was among the fatalities and another was wounded.",
        [("killed", "exact", 1), ("injured", "exact", 1)],
    ),
    (
        "Several sailors, including a commander, Captain Ivan Orel, died near Odesa.",
        [("killed", "vague", None), ("killed", "exact", 1)],
    ),
    (
        "Six farmers - four women and two boys - lost their lives in two blasts.",
        [("killed", "exact", 6), ("killed", "exact", 4), ("killed", "exact", 2)],
    ),
    ('Gang leader Mudzrimar "Mundi" Orel was killed in Basilan.', [("killed", "exact", 1)]),
    # in hospital, in captivity, out of their homes
    ("Police said 63 more were being treated.", [("injured", "exact", 63)]),
    ("Detainees were being treated like animals.", []),
    ("Some 250 people were taken to the camp as hostages.", [("detained", "about", 250)]),
    ("Three raiders fled and a sixth was captured alive.", [("detained", "exact", 1)]),
    ("Over 11 million have been driven from their homes.", [("displaced", "at_least", 11_000_000)]),
    ("Gunmen stormed the post and fled.", []),
    # counts that share a verb, each with its place; those behind a comma without one are parts
    (
        "Two people were killed in Goma and five in Sake.",
        [("killed", "exact", 2), ("killed", "exact", 5)],
    ),
    (
        "Six men were arrested in Goma, four in Sake and one in Bukavu on Monday.",
        [("detained", "exact", 6), ("detained", "exact", 4), ("detained", "exact", 1)],
    ),
    (
        "Three guards were hurt in Goma and two in Sake were arrested.",
        [("injured", "exact", 3), ("detained", "exact", 2)],
    ),
    ("Twelve people died in 2023 and 14 in 2024.", [("killed", "exact", 12)]),
    # communiqués
    ("Three guards embraced martyrdom.", [("killed", "exact", 3)]),
    ("Eight khwarij were sent to hell.", [("killed", "exact", 8)]),
    ("Six soldiers, having fought to the last, paid the ultimate price.", [("killed", "exact", 6)]),
    # people by the name of their body, by their own, and with a country's for a first name
    ("Troops arrested an Islamic Movement of Uzbekistan leader.", [("detained", "exact", 1)]),
    ("A governor of Kunar province was killed.", [("killed", "exact", 1)]),
    (
        "Troops killed a cook and a commander named Gul Agha.",
        [("killed", "exact", 1), ("killed", "exact", 1)],
    ),
    ("A gunman killed Jordan Miller in Austin.", [("killed", "exact", 1)]),
    # beaten, treated, rearrested; not in sport, for a fever, of their arms
    (
        "Police beat two men in Bo and detained a third.",
        [("injured", "exact", 2), ("detained", "exact", 1)],
    ),
    ("Three students were beaten with batons.", [("injured", "exact", 3)]),
    ("Kenya beat two rivals. The president was beaten by two rivals.", []),
    ("The clinic treated 3,000 patients for malaria.", []),
    ("Four of the freed prisoners were rearrested.", [("detained", "exact", 4)]),
    ("Some 3,000 fighters surrendered their weapons.", []),
    # shares are no counts, and the dead and the wounded together are no dead
    ("One in five of the wounded has lost a limb.", []),
    ("The raids killed two in five attacks.", [("killed", "exact", 2)]),
    ("Amnesty put the casualty figure at 102.", []),
    ("Mediators said 11 captives had died in captivity.", [("killed", "exact", 11)]),
    (
        "Gunmen fired on a bar, killing the landlord and wounding three cooks.",
        [("killed", "exact", 1), ("injured", "exact", 3)],
    ),
    # ages are no counts, whoever stands beside the whole phrase is none of it
    ("Seven pupils aged between 9 and 14 were hurt.", [("injured", "exact", 7)]),
    (
        "Police caught a man wanted over the deaths of three guards, together with four friends.",
        [("killed", "exact", 3)],
    ),
    # some of a known number
    (
        "A missile hit the ship, killing three of its 23 crew - two Filipinos and a Vietnamese.",
        [("killed", "exact", 3), ("killed", "exact", 2), ("killed", "exact", 1)],
    ),
    ("Five of the 12 kidnapped students were freed.", [("detained", "exact", 12)]),
    # all whom an attack left dead
    (
        "The attack left 28 prisoners of war and family members dead, nine children among them.",
        [("killed", "exact", 28), ("killed", "exact", 9)],
    ),
    (
        "Shells left a mother and her two daughters dead.",
        [("killed", "exact", 1), ("killed", "exact", 2)],
    ),
    ("One of its blue helmets had been killed.", [("killed", "exact", 1)]),
    ("The hospital took in more than 100 war-wounded.", [("injured", "at_least", 100)]),
    (
        "Two guards were killed and seven others wounded.",
        [("killed", "exact", 2), ("injured", "exact", 7)],
    ),
    # an aside belongs to the count before it, and "and" behind a comma begins the next
    (
        "Three people were killed, including a boy and his aunt, and 29 were injured.",
        [("killed", "exact", 3), ("killed", "exact", 1), ("injured", "exact", 29)],
    ),
    ("Two nurses of a foreign charity are missing.", [("missing", "exact", 2)]),
    ("Three farmers were burnt alive.", [("killed", "exact", 3)]),
    ("Gunmen shot a driver in the arm.", [("injured", "exact", 1)]),
    ("A passer-by was hit in the leg.", [("injured", "exact", 1)]),
    ("Six recruits made the ultimate sacrifice.", [("killed", "exact", 6)]),
    ("The ministry puts the dead since March at 400.", [("killed", "exact", 400)]),
    # who says so stands between a count and its parts
    (
        "Raids killed 33 farmers on Monday, doctors said, among them 12 in Sake.",
        [("killed", "exact", 33), ("killed", "exact", 12)],
    ),
    (
        "Police arrested six men, one of them a nurse.",
        [("detained", "exact", 6), ("detained", "exact", 1)],
    ),
    # lists, ellipsis, another
    (
        "Three soldiers and two policemen died in Gao.",
        [("killed", "exact", 3), ("killed", "exact", 2)],
    ),
    (
        "Strikes killed ten people in Goma and several more in Sake.",
        [("killed", "exact", 10), ("killed", "vague", None)],
    ),
    # the list ends before who tells it
    (
        "Rebels shot dead six miners near Bunia, two traders and a nurse said.",
        [("killed", "exact", 6)],
    ),
    ("A farmer was killed and another wounded.", [("killed", "exact", 1), ("injured", "exact", 1)]),
    # subsets
    (
        "Thirty people, including 12 children, were killed.",
        [("killed", "exact", 30), ("killed", "exact", 12)],
    ),
    # nouns
    ("The army confirmed the death of two pilots.", [("killed", "exact", 2)]),
    (
        "Doctors counted 15 deaths and 20 injuries.",
        [("killed", "exact", 15), ("injured", "exact", 20)],
    ),
    ("The death toll rose to 66.", [("killed", "exact", 66)]),
    ("The toll from Monday's strike on a market rose to 66.", [("killed", "exact", 66)]),
    ("The death toll in the attack on the base climbed to 66.", [("killed", "exact", 66)]),
    (
        "Doctors said nine porters had died; the police said six.",
        [("killed", "exact", 9), ("killed", "exact", 6)],
    ),
    ("The fire claimed the lives of five monks.", [("killed", "exact", 5)]),
    ("Rescuers found the bodies of three girls.", [("killed", "exact", 3)]),
    ("Five people lost their lives in Cauca.", [("killed", "exact", 5)]),
    # possessives, who did it, people known to the reader
    ("Officials condemned Judge Omar Ali's assassination.", [("killed", "exact", 1)]),
    ("The killers of two teachers were never found.", [("killed", "exact", 2)]),
    ("Protesters remembered the murder of the nuns.", [("killed", "vague", None)]),
    # a name alone, once the text has given it whole
    (
        "Editor Omar Haddad left at noon. Haddad was shot dead at home.",
        [("killed", "exact", 1)],
    ),
    # a town in a name, a title without its dot, people told beside an aside
    ("Rebels killed Cali Haddad and Msgr Elias Konde.", [("killed", "exact", 1)] * 2),
    (
        "Six nuns -- five from Goma and one from Lima -- and two boys were killed.",
        [("killed", "exact", count) for count in (6, 5, 1, 2)],
    ),
    (
        "It came after the death of four nuns who had been kidnapped.",
        [("killed", "exact", 4), ("detained", "exact", 4)],
    ),
    ("Not a single person was killed.", [("killed", "none", 0)]),
    # what is managed or goes on is real; a quotation mark inside a verb
    (
        "The sniper managed to kill a boy and wound 12 others.",
        [("killed", "exact", 1), ("injured", "exact", 12)],
    ),
    ("Several guests continue to be held hostage.", [("detained", "vague", None)]),
    ('Marisa Haddad was "kidnapped" at noon.', [("detained", "exact", 1)]),
    # hostages
    ("The group held 20 foreign diplomats hostages.", [("detained", "exact", 20)]),
    ("They seized the guests as hostages.", [("detained", "vague", None)]),
    # an age at the end of a clause is no count
    ("A blast killed Omar Haddad, 42; he was a baker.", [("killed", "exact", 1)]),
    # whom a relative clause speaks of, and what stands beside the subject
    ("The rites for the nuns who were killed began.", [("killed", "vague", None)]),
    ("Six thieves, all men who fought the police, were killed.", [("killed", "exact", 6)]),
    # what stands between the event and its people, or between the people and their verb
    ("The murder in Goma on 3 March of a judge was denied.", [("killed", "exact", 1)]),
    ("The arrests in the last hours of two editors drew protests.", [("detained", "exact", 2)]),
    ("Two nurses who worked for the camp were killed.", [("killed", "exact", 2)]),
    ("A man and a woman were found slumped dead.", [("killed", "exact", 1)] * 2),
    # a surname may be a town's, too
    ("Rebels killed Carla Cali.", [("killed", "exact", 1)]),
    # words for several people
    ("A family was killed near Idlib.", [("killed", "vague", None)]),
    ("The elderly couple was killed near Idlib.", [("killed", "exact", 2)]),
    # words after the people
    ("The ambush left nine dead.", [("killed", "exact", 9)]),
    ("Gunmen shot dead two guards in Zamfara.", [("killed", "exact", 2)]),
    ("Four sailors are missing.", [("missing", "exact", 4)]),
    ("Two bombers blew themselves up.", [("killed", "exact", 2)]),
    # one person without a number
    ("One of its senior commanders was killed.", [("killed", "exact", 1)]),
    ("A general was killed near Mandalay.", [("killed", "exact", 1)]),
    ("Rebels murdered Archbishop Elias Konde.", [("killed", "exact", 1)]),
    ("At least one person has been confirmed killed.", [("killed", "at_least", 1)]),
    ("Forty people are known to have died.", [("killed", "exact", 40)]),
    # zero is a finding
    ("No one was hurt.", [("injured", "none", 0)]),
    # detained, displaced
    ("Police arrested 20 students.", [("detained", "exact", 20)]),
    ("They took 12 nurses hostage.", [("detained", "exact", 12)]),
    ("The rebels captured two soldiers.", [("detained", "exact", 2)]),
    ("Pilot Francis Kerrow was captured by the rebels.", [("detained", "exact", 1)]),
    ("Marines captured drug lord Joaquin Guzman at a villa.", [("detained", "exact", 1)]),
    # what is done to death
    ("Rebels hacked a young farmer to death.", [("killed", "exact", 1)]),
    ("A man stabbed two nuns to death at a stop.", [("killed", "exact", 2)]),
    # no town is captured in another: the name is a person's
    ("Barzo was captured on Monday in the town of Goma.", [("detained", "exact", 1)]),
    ("Police captured Pedro Roberto Villasante in Tumbes.", [("detained", "exact", 1)]),
    # nor held, or called by a first name or "him"
    ("Barzo was captured by rebels and was tortured.", [("detained", "exact", 1)]),
    ("Goma was captured by the army while trying to flee.", [("detained", "exact", 1)]),
    ("Saddam was captured by soldiers in a hole.", [("detained", "exact", 1)]),
    ("The army captured him in a cave.", [("detained", "exact", 1)]),
    ("The fighting forced thousands of residents to flee.", [("displaced", "vague", None)]),
    # who shares a verb and who does not
    (
        "A mine killed two herders and another five were wounded.",
        [("killed", "exact", 2), ("injured", "exact", 5)],
    ),
    (
        "The crash left six pilgrims dead and nine others injured.",
        [("killed", "exact", 6), ("injured", "exact", 9)],
    ),
    (
        "Raiders burned a post, killing four guards and wounding ten, one raider was also killed.",
        [("killed", "exact", 4), ("injured", "exact", 10), ("killed", "exact", 1)],
    ),
    (
        "The mine killed a guard and a nurse, another six were wounded.",
        [("killed", "exact", 1), ("killed", "exact", 1), ("injured", "exact", 6)],
    ),
    ("A boy selling bread by the road was killed.", [("killed", "exact", 1)]),
    ("The patrol passed two monks, one of whom was killed.", [("killed", "exact", 1)]),
    ("A trader was robbed, beaten and murdered by two men.", [("killed", "exact", 1)]),
    (
        "Six people were hurt by a bomber who blew himself up.",
        [("injured", "exact", 6), ("killed", "exact", 1)],
    ),
    (
        "In Gao, a captain and a wanted smuggler were arrested.",
        [("detained", "exact", 1), ("detained", "exact", 1)],
    ),
    # company
    (
        "Troops captured a rebel chief along with two aides.",
        [("detained", "exact", 1), ("detained", "exact", 2)],
    ),
    (
        "A rebel chief was killed near Goma together with two aides.",
        [("killed", "exact", 1), ("killed", "exact", 2)],
    ),
    ("Police arrested one other suspected thief.", [("detained", "exact", 1)]),
    ("Troops captured a rebel responsible for the raid.", [("detained", "exact", 1)]),
    # how many a noun without a numeral names
    ("A couple was killed in Gao.", [("killed", "exact", 2)]),
    ("The young couple was killed in Gao.", [("killed", "exact", 2)]),
    ("A family of five was killed in Gao.", [("killed", "exact", 5)]),
    ("A family was killed in Gao.", [("killed", "vague", None)]),
    ("A mine killed a three-man patrol.", [("killed", "exact", 3)]),
    ("Two men were killed and a third wounded.", [("killed", "exact", 2), ("injured", "exact", 1)]),
    ("A guard was killed and other was hurt.", [("killed", "exact", 1), ("injured", "exact", 1)]),
    # any noun is a person behind a verb for persons alone
    ("Gunmen kidnapped the harbourmaster of Bo.", [("detained", "exact", 1)]),
    ("The quartermaster was assassinated.", [("killed", "exact", 1)]),
    ("Rebels abducted last Thursday the mayor of Bo.", [("detained", "exact", 1)]),
    # a subject with an insertion, behind its verb, or beside another's object
    ("Sango, a wanted smuggler, was killed.", [("killed", "exact", 1)]),
    ("The smuggler, known as Omar, was killed.", [("killed", "exact", 1)]),
    ("Also killed in the raid were two porters.", [("killed", "exact", 2)]),
    ("A bomb exploded by a well, leaving two guards wounded.", [("injured", "exact", 2)]),
    (
        "A guard was killed and another badly injured in Goma.",
        [("killed", "exact", 1), ("injured", "exact", 1)],
    ),
    ("Rangers arrested two smugglers, one of whom spoke.", [("detained", "exact", 2)]),
    ("Rangers arrested a smuggler last night.", [("detained", "exact", 1)]),
    ("The rebels were all captured.", [("detained", "vague", None)]),
    (
        "A trader, his driver and two guards were killed.",
        [("killed", "exact", 1), ("killed", "exact", 1), ("killed", "exact", 2)],
    ),
    (
        "Several porters, two of them wounded, were arrested.",
        [("detained", "vague", None), ("injured", "exact", 2)],
    ),
    (
        "A smuggler was arrested with two other suspects.",
        [("detained", "exact", 1), ("detained", "exact", 2)],
    ),
    ("They caught and arrested one of the most wanted men.", [("detained", "exact", 1)]),
    (
        "The mine left a captain and several others killed.",
        [("killed", "exact", 1), ("killed", "vague", None)],
    ),
    ("Raiders killed two of them and one managed to flee.", [("killed", "exact", 2)]),
    ("Gunmen shot dead Ana Maria Lopez.", [("killed", "exact", 1)]),
    ("The shell killed 11porters.", [("killed", "exact", 11)]),
    ("A bomber killed himself and eight guards.", [("killed", "exact", 1), ("killed", "exact", 8)]),
    ("Ten people including a bomber died.", [("killed", "exact", 10), ("killed", "exact", 1)]),
    ("The clash left 8 fighters from both sides dead.", [("killed", "exact", 8)]),
    ("A mine killed a man and his grandson.", [("killed", "exact", 1), ("killed", "exact", 1)]),
    # people counted before it is told what befell them; two counts leave them uncounted
    ("Three gunmen stormed a bar. All the gunmen were killed.", [("killed", "exact", 3)]),
    (
        "Three gunmen stormed a bar, two gunmen waited. The gunmen were killed.",
        [("killed", "vague", None)],
    ),
    # words that may be verbs or pronouns
    ("Rangers arrested two suspects.", [("detained", "exact", 2)]),
    ("A mine killed four US sailors.", [("killed", "exact", 4)]),
    ("Rangers captured a car bomb (VBIED) smuggler.", [("detained", "exact", 1)]),
    ("Six porters were rushed to hospital.", [("injured", "exact", 6)]),
    # what a noun tells
    ("The clash left a dead herder.", [("killed", "exact", 1)]),
    (
        "The war brought 30 deaths of herders and at least 12 of porters.",
        [("killed", "exact", 30), ("killed", "at_least", 12)],
    ),
    ("The blast caused injuries to nine porters.", [("injured", "exact", 9)]),
    (
        "It left a guard dead and two with minor burns.",
        [("killed", "exact", 1), ("injured", "exact", 2)],
    ),
    ("His charred body was found in a well.", [("killed", "exact", 1)]),
    ("A gunman shot and wounded Councillor Omar Ali.", [("injured", "exact", 1)]),
    ("Raiders hacked to death nine farmers.", [("killed", "exact", 9)]),
    (
        "Residents spoke of a massacre, saying 22 people, including 20 children, had died.",
        [("killed", "exact", 22), ("killed", "exact", 20)],
    ),
    (
        "The army said two had died, adding that nine were missing.",
        [("killed", "exact", 2), ("missing", "exact", 9)],
    ),
    (
        "Another 40 people, among them two nurses who were hit later, needed hospital treatment.",
        [("injured", "exact", 40), ("injured", "exact", 2)],
    ),
    ("Nine porters were being treated in hospital.", [("injured", "exact", 9)]),
    # troops who cross a border do not flee
    ("Some 400 villagers crossed into India.", [("displaced", "about", 400)]),
    ("Some 400 soldiers crossed into India.", []),
    ("Six fighters from both sides died.", [("killed", "exact", 6)]),
    ("A teenage hostage was executed.", [("killed", "exact", 1)]),
    ("A guard lost a leg.", [("injured", "exact", 1)]),
    (
        "Nine men died and 40 were displaced. Among the victims are two porters.",
        [("killed", "exact", 9), ("displaced", "exact", 40), ("killed", "exact", 2)],
    ),
    # an age is not a count, the girl is one
    ("A 12-year-old girl died.", [("killed", "exact", 1)]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(text: str, expected: list[Row]) -> None:
    """Every count is tied to its people and to what happened to them."""
    assert rows(text) == expected


NOT_FOUND = [
    # drones and planes are shot down, too
    "Drones came over Odesa. Air defences shot down 90 of them.",
    "Posters called for the assassination of two judges.",
    "The plot for the kidnapping of a banker failed.",
    "Guards are there to prevent the murder of a witness.",
    "He had cuts all over his body.",
    "The blast ruined four telephones and two excavations.",
    "Three excavations were lost and two sections were killed.",
    "It rained. Gangs kill defenceless women.",
    "They fled. The gang lives off the state while murdering villagers.",
    "The police guard the lives of five miners.",
    "Villagers are being killed every day.",
    "The army died a little that day.",
    "The killing in the outskirts of Lima went on.",
    "Residents fear the gunmen's murders.",
    "Both sides are locked in a deadly battle.",
    "Civilian casualties have risen.",
    "The plot to kill two judges failed.",
    "The militia threatened to kill 30 hostages.",
    "A wider war could kill thousands of people.",
    "Troops did not kill any of the five men.",
    "He would die for his country.",
    "The rebels captured two tanks and a truck.",
    "The army captured the town.",
    "Barzo was captured by rebels in the Kivu region.",
    "Rebels captured Goma and nobody was shot.",
    "The cameras captured him on his way out.",
    "The two men were captured on video.",
    "Camera crews captured three rebels on the bridge in Aleppo.",
    "Two lawmakers submitted to the government a draft law on the truce.",
    "Thousands of people were caught in Khartoum when the fighting began.",
    "Three civilians were caught in Bakhmut between the two armies.",
    "Mothers were holding their two children outside the clinic in Kyiv.",
    "Rebels are holding three generals responsible for the loss of Sake.",
    "Voters have held two presidents to account.",
    "The mob nearly lynched four men.",
    "The 46th Regiment left on March 12.",
    "If 20 soldiers were killed, the front would break.",
    "The strike killed 40 sheep.",
    "Armed men kidnapped the truck.",
    "Rangers seized 12 kilograms of tar and 20 of resin.",
    "They raided the mill to have the rebels surrender.",
    "Six porters were taken to work.",
    "He played on with an injured knee.",
    "The navy showed a captured tanker.",
    "It is listed as a terrorist group, and the villagers who flee have one road.",
]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    """Plans, conditions, failures, things and figures of speech are no casualties."""
    assert casualties(text) == ()


STATUS = [
    ("Two journalists were killed.", "civilians"),
    ("Two soldiers were killed.", "combatants"),
    ("Two military advisers were killed.", "combatants"),
    ("Two aid workers were killed.", "civilians"),
    ("Two people were killed.", "unknown"),
    ("Three civilians caught in crossfire were killed.", "civilians"),
    ("The rebels took 31 soldiers prisoner.", "combatants"),
]


@pytest.mark.parametrize(("text", "group"), STATUS)
def test_status(text: str, group: str) -> None:
    """The words say whether the victims were civilians; silence stays unknown."""
    assert casualties(text)[0].victim_group == group


SIDES = [
    # whose they are, whose weapon it was
    ("Ukrainian drones killed two Russian soldiers in Kursk.", "Russia", "Ukraine"),
    ("Israeli jets killed three Hezbollah fighters near Tyre.", "Hezbollah", "Israel"),
    ("Nine farmers were killed by the Rapid Support Forces.", None, "Rapid Support Forces"),
    ("Twelve farmers were killed in Boko Haram attacks.", None, "Boko Haram"),
    # a possessive goes back to the subject
    ("Iran said one of its generals was killed in Damascus.", "Iran", None),
]


@pytest.mark.parametrize(("text", "side", "perpetrator"), SIDES)
def test_sides(text: str, side: str | None, perpetrator: str | None) -> None:
    """Victims' side and perpetrator are as the text attributes them."""
    claim = casualties(text)[0]
    assert (claim.victim_side, claim.perpetrator) == (side, perpetrator)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        # told once, whether by the pronoun alone or by name and then again
        ("The mayor left home. She was murdered.", 1),
        ("A mayor was murdered. She was murdered at noon.", 1),
    ],
)
def test_a_pronoun_counts_once(text: str, count: int) -> None:
    """ "She was murdered" is one death, and the same one where it was told before."""
    assert len(casualties(text)) == count


ECHOES = [
    # counted before or after: told again
    ("Rebels killed six nuns. The murder of the nuns shocked the town.", [6]),
    ("The nuns' killers fled. Six nuns were killed on Monday.", [6]),
    ("Six Jesuit teachers were killed. The murdered Jesuits lived in Goma.", [6]),
    # other people, and people that are counted nowhere
    ("Rebels killed six nuns. The drivers were killed too.", [6, None]),
    ("The nuns were killed at dawn. The nuns were killed by rebels.", [None]),
]


@pytest.mark.parametrize(("text", "counts"), ECHOES)
def test_echoes(text: str, counts: list[int | None]) -> None:
    """A plural without a count is a claim only where the article counts its people nowhere."""
    assert [claim.quantity.best for claim in casualties(text)] == counts


def test_places_of_an_ellipsis() -> None:
    """Each part of a list has the place that stands behind it."""
    claims = casualties("Strikes killed ten people in Goma and several more in Bukavu.")
    assert [c.place.name for c in claims if c.place] == ["Goma", "Bukavu"]


def test_place_that_was_attacked() -> None:
    """The place a verb takes or attacks is where its victims fell."""
    claims = casualties("Rebels took the town of Bama on Monday, killing 12 soldiers.")
    assert claims[0].place is not None
    assert claims[0].place.as_written == "Bama"


def test_place_of_the_sentence_before() -> None:
    """A sentence without a place inherits that of the one before in its paragraph."""
    claims = casualties("A bomb went off in Maiduguri. Five people were killed.")
    assert claims[0].place is not None
    assert claims[0].place.name == "Maiduguri"


FLAGS = [
    ("Thirty people, including 12 children, were killed.", "subset", [False, True]),
    ("The attack raised the toll to 30.", "running_total", [True]),
    ("Since Monday, 30 people have been killed.", "running_total", [True]),
    ("Troops retook Bor, held by rebels since May, killing nine.", "running_total", [False]),
    ("Five people were killed in Goma.", "running_total", [False]),
    ("In the last two months 300 people were killed.", "running_total", [True]),
    ("So far this year, 40 guards have been shot dead.", "running_total", [True]),
    ("The war has claimed almost 70,000 lives.", "running_total", [True]),
    (
        "The war, marked by raids on towns, has seen two million people displaced.",
        "running_total",
        [True],
    ),
    ("It is a war in which 900 people have died.", "running_total", [True]),
    ("Nine hundred people have died this year.", "running_total", [True]),
    ("Within 15 days, three judges have been killed.", "running_total", [True]),
    ("Ten men were killed in two days of fighting.", "running_total", [False]),
    ("After two years in office, he said, nine men had been killed.", "running_total", [False]),
    ("Ten men were killed, and in two years the road will be built.", "running_total", [False]),
    ("In 2014, 30 people were killed in Gaza.", "background", [True]),
    ("During the 2006 war, 30 people were killed in Tyre.", "background", [True]),
    ("The shelling took the toll to 30.", "running_total", [True]),
    ("The figure includes 18 people killed in Bo.", "subset", [True]),
    # the newest count of one attack adds nothing up
    ("The toll from Monday's strike on a market rose to 66.", "running_total", [False]),
    ("Twelve men died in Bo. Five of them were farmers.", "subset", [False, True]),
    ("Twelve men died in Bo. Five of them were from Kenema.", "subset", [False]),
    ("Since a truce took effect on 2 March, 30 guards have died.", "running_total", [True]),
    ("Since the war broke out in May 2023, 30 guards have died.", "running_total", [True]),
    ("The rebels, who began in May 2023, killed 30 guards.", "running_total", [False]),
    ("The raid that started the war killed 90 guards.", "background", [True]),
    ("Five people were killed in Goma on Tuesday.", "background", [False]),
    ("Five people were killed in Goma on 12 September.", "background", [True]),
]


@pytest.mark.parametrize(("text", "flag", "expected"), FLAGS)
def test_flags(text: str, flag: str, expected: list[bool]) -> None:
    """Subsets, running totals and history are told apart from the incident."""
    claims = casualties(text, date(2024, 11, 29))
    assert [getattr(claim, flag) for claim in claims] == expected


MANNERS = [
    ("Gunmen kidnapped two nurses in Zamfara.", "abduction"),
    ("They took 12 nurses hostage in a raid.", "abduction"),
    ("The kidnapping of two engineers was reported.", "abduction"),
    ("They seized six guests as hostages.", "abduction"),
    ("Police arrested 20 students.", "arrest"),
    ("Two kidnapped engineers are still in the hills.", "abduction"),
    ("Four men were arrested for kidnapping a nurse.", "arrest"),
    ("The rebels captured two soldiers in an ambush.", "capture"),
    ("Three men were taken into custody.", "arrest"),
]


@pytest.mark.parametrize(("text", "manner"), MANNERS)
def test_manners(text: str, manner: str) -> None:
    """Whoever was taken was arrested, captured or abducted, as the words say."""
    assert casualties(text)[0].means == manner


BLAMED = [
    # said in the next sentence, or in the one before
    ("A bomb killed two men in Jolo. Abu Sayyaf claimed responsibility.", "Abu Sayyaf"),
    ("Two men died in Jos. The attack was carried out by Boko Haram fighters.", "Boko Haram"),
    ("Boko Haram raided the post near Bama. Two guards were killed.", "Boko Haram"),
    # said in the same sentence
    ("Police blamed the FARC for the murder of ten farmers.", "FARC"),
    ("Guerrillas of the FMLN killed two men.", "FMLN"),
    ("Islamic Movement of Uzbekistan insurgents killed two men.", "Islamic Movement of Uzbekistan"),
    # a name that no lexicon knows
    ("Zomi Liberation Front gunmen killed two men.", "Zomi Liberation Front"),
    # an aside with verbs of its own
    ("Rebels killed Omar Ali, who led a militia, and wounded two guards.", "Rebels"),
    ("A military air strike on a school killed nine pupils.", "military"),
    # accused of something else
    ("Two men died in Uvira. The army accused Rwanda of sending troops there.", None),
    ("Two men died in Uvira. Police held several Kenyans suspected of firing rockets.", None),
    # harmed in their own attack
    ("Boko Haram raided the post near Bama. Two of the attackers were killed.", None),
    # a word for armed men is no name
    ("Rebels killed two men in Jos. The attack was carried out by Boko Haram.", "Boko Haram"),
    # nobody
    ("A bomb killed two men in Jolo. No group claimed responsibility.", None),
    ("Rebels raided the post. Ten rebels were killed.", None),
    ("Troops took 12 posts while airstrikes hit Gao; a fire killed two men.", None),
    # whose work it was, but not the work that others do
    ("Two men were killed. Officials are proud of the work done in the posts of the army.", None),
]


@pytest.mark.parametrize(("text", "perpetrator"), BLAMED)
def test_blamed(text: str, perpetrator: str | None) -> None:
    """The perpetrator is whom the text holds responsible, in the sentence or beside it."""
    assert casualties(text)[-1].perpetrator == perpetrator


BLAMING = ("blame", "owned", "opponents", "shares", "believed")


@pytest.mark.parametrize(
    "rule",
    [r for k, r in examples("circumstances") if k.split(".")[1] in BLAMING],
    ids=lambda r: r["example"],
)
def test_blame_examples(rule: dict[str, str]) -> None:
    """Every way to hold somebody responsible reads its own example."""
    assert rule["reads"] in {claim.perpetrator for claim in casualties(rule["example"])}


WINDOWS = [
    # text, first and last day, basis
    (
        "Between 26 and 28 November, 12 people were killed.",
        date(2024, 11, 26),
        date(2024, 11, 28),
        "stated",
    ),
    (
        "Nine people died on Tuesday and Wednesday.",
        date(2024, 11, 26),
        date(2024, 11, 27),
        "relative",
    ),
    # how rare it is dates nothing
    (
        "Jets struck Goma for the first time since 2016. Nine people died.",
        date(2024, 11, 26),
        date(2024, 11, 28),
        "assumed",
    ),
    # a round-up and the entry of a chronicle have their day
    (
        "Here is a summary of Wednesday.\n\nIt rained. Nine people died.",
        date(2024, 11, 27),
        date(2024, 11, 27),
        "dateline",
    ),
    (
        "[2024-11-25] Police fired. People ran. Nine people died.",
        date(2024, 11, 25),
        date(2024, 11, 25),
        "dateline",
    ),
    # a window that another clause opens
    (
        "Nine people died: the road has been shelled since 2012.",
        date(2024, 11, 26),
        date(2024, 11, 28),
        "assumed",
    ),
]


@pytest.mark.parametrize(("text", "start", "end", "basis"), WINDOWS)
def test_windows(text: str, start: date, end: date, basis: str) -> None:
    """The days of a toll are those the text gives it, and no count is made of them."""
    (claim,) = casualties(text, date(2024, 11, 29))
    assert (claim.when.start, claim.when.end, claim.when.basis) == (start, end, basis)


CERTAINTY = [
    ("Two men were killed in Sake.", "reported", None),
    ("Two men were reportedly killed in Sake.", "reported", "reportedly"),
    ("The militia claimed to have killed two men.", "claimed", "claimed"),
    ("The army said two militants were killed.", "claimed", "said"),
    ("The ministry confirmed the death of two men.", "confirmed", "confirmed"),
    ("Soldiers allegedly shot dead two men.", "alleged", "allegedly"),
    ("The army denied that two men had been killed.", "denied", "denied"),
]


@pytest.mark.parametrize(("text", "certainty", "words"), CERTAINTY)
def test_certainty(text: str, certainty: str, words: str | None) -> None:
    """Certainty follows the hedge, and what a party says of the conflict is a claim."""
    claim = casualties(text)[0]
    assert (claim.certainty, claim.certainty_words) == (certainty, words)


def _rules() -> list[tuple[str, list[object]]]:
    return [
        (rule["example"], rule["reads"]) for _, rule in examples("casualties") if "reads" in rule
    ]


@pytest.mark.parametrize(("example", "reads"), _rules())
def test_lexicon_examples(example: str, reads: list[object]) -> None:
    """Every rule of the lexicon reads its own example."""
    found = casualties(example)
    first = (
        [found[0].outcome, found[0].quantity.low or found[0].quantity.as_written] if found else []
    )
    assert [str(x).lower() for x in first] == [str(x).lower() for x in reads]


def test_contrast_keeps_perpetrators_apart() -> None:
    """Who did what is told behind ", while" did not do what stands before it."""
    text = "Nine traders were killed in Goma, while Burundian airstrikes on Sake left four dead."
    assert [claim.perpetrator for claim in casualties(text)] == [None, "Burundi"]


def test_total_of_a_war_has_no_place_of_an_attack() -> None:
    """What a war has cost since it began did not happen where the sentence before is, but in the
    state."""
    text = "A blast in Goma killed two men. Since March 2021 some 900 people have been killed."
    one, all_ = casualties(text, date(2024, 5, 6))
    assert one.place is not None
    assert one.place.name == "Goma"
    assert all_.place is not None
    assert (all_.place.kind, all_.place.country) == ("country", "CD")


def test_next_attack_says_nothing_of_the_place_before() -> None:
    """ "In Bunia, …" opens another event: an attack told before it is left without a place."""
    text = "A drone hit a car, killing its driver. In Bunia, a shell wounded two women."
    assert [c.place.name if c.place else None for c in casualties(text)] == [None, "Bunia"]


def test_a_contrast_keeps_the_places_of_two_events_apart() -> None:
    """What is said after "while" is where the second event happened, not the first."""
    killed = casualties(load("circumstances")["contrast"]["example"])
    places = [(claim.quantity.best, claim.place and claim.place.name) for claim in killed]
    assert places == [(12, None), (4, "Goma")]


def test_headline_only_announces() -> None:
    """What a headline in title case announces and the text tells is told once, by the text."""
    headline = "Gunmen Kill Herders in Attack on Market"
    text = f"{headline}\n\nGunmen killed 20 herders near Gusau on Monday."
    assert [(c.quantity.best, c.quote) for c in casualties(text)] == [(20, "killed 20 herders")]
    assert len(casualties(headline)) == 1


def test_heading_announces_a_count() -> None:
    """A heading in small letters is left out where the text gives its very count."""
    text = "Nine killed in Gao, doctors say\n\n{} porters died when a shell hit Gao on Monday."
    assert [c.quantity.best for c in casualties(text.format("Nine"))] == [9]
    assert [c.quantity.best for c in casualties(text.format("Twelve"))] == [9, 12]


def test_words_of_a_part() -> None:
    """ "Two of them" are of those named last before."""
    found = casualties("Gunmen hurt the pastor and eight worshippers, two of them critically.")
    assert [c.victim for c in found] == ["pastor", "worshippers", "worshippers"]


def test_side_of_losses() -> None:
    """Who has lost fighters owns those, and did not kill them."""
    (claim,) = casualties("The M23 lost 40 fighters in the battle for Sake.")
    assert (claim.victim_side, claim.perpetrator) == ("M23", None)


SAID = [
    ("The Taliban said they had killed 12 soldiers in Kunduz.", "Taliban"),
    ("Al-Shabaab said that it killed nine peacekeepers near Bulomarer.", "al-Shabaab"),
    ("Israel said it had killed 12 militants near Jenin.", "Israel"),
    ("Residents said they had found three dead soldiers.", None),
    ("Russia's defence ministry said it had hit a base, killing 60 soldiers.", "Russia"),
    ("A court in Goma acquitted 14 soldiers of murdering 12 monks.", None),
    # another event behind "while", another cause in so many words
    ("Turkish drones hit a car in Bo, while a landmine killed a shepherd in Pujehun.", None),
    ("Soldiers stormed a post in Bo. A guard was hurt by a mine in Pujehun.", None),
    ("Rebels hit Goma. In ten years the war has cost 150,000 lives.", None),
    ("In Merawi, Amhara, soldiers executed at least 45 civilians.", "soldiers"),
    ("In Cali, Juan Perez, a lawyer, was shot dead.", None),
]


@pytest.mark.parametrize(("text", "perpetrator"), SAID)
def test_who_did_it(text: str, perpetrator: str | None) -> None:
    """Whoever says "we killed" did it; places before a subject are no part of it."""
    assert [c.perpetrator for c in casualties(text)] == [perpetrator]


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Among the rebels there are 65 dead and 49 hurt.", ["rebels", "rebels"]),
        ("The army reported 12 dead and 30 wounded among the villagers.", ["villagers"] * 2),
        ("Two dead, among them a child, were found.", [None, "child"]),
    ],
)
def test_a_bare_count_counts_those_among_whom(text: str, victims: list[str | None]) -> None:
    """Whoever stands behind "among" is counted, but not a part of the count."""
    assert [claim.victim for claim in casualties(text)] == victims


def test_words_of_one_more() -> None:
    """ "A third" is one of those spoken of before it."""
    found = casualties("Two guards were killed and a third maimed.")
    assert [(c.victim, c.victim_group) for c in found] == [("guards", "combatants")] * 2


def test_parts_with_a_fate_of_their_own() -> None:
    """Behind "including" stand parts, also where a participle says again what befell them."""
    found = casualties("On Tuesday 237 were hurt, including 38 killed and 101 injured in a day.")
    assert {c.quantity.best: c.subset for c in found}[101]


def test_counts_as_of_a_day_run() -> None:
    """ "As of 12 June" adds up all before."""
    (claim,) = casualties("As of 12 June, over 1,500 foreigners have been killed.")
    assert claim.running_total
