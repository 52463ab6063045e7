"""Sentences on conflicts in many regions, and what a careful reader takes from each.

The expectations were written before the extractor had seen the sentences.
"""

from __future__ import annotations

from typing import NamedTuple


class Stated(NamedTuple):
    """A text whose last sentence states an implication; ``holder``: who says so, "" for nobody."""

    text: str
    subject: str
    kind: str
    theme: str
    holder: str = ""


STATED = [
    # --- Sahel and West Africa
    Stated("The loss of the garrison has emboldened JNIM and left Burkina Faso with no army post "
           "north of Djibo.", "Burkina Faso", "assessment", "military"),
    Stated("Mali will run out of fuel within a month if the convoys from Dakar are not protected, "
           "a hauliers' union in Bamako warned.", "Mali", "risk_or_outlook", "economic",
           "hauliers' union in Bamako"),
    Stated("Benin has reinforced its northern border after the attacks in eastern Burkina Faso and "
           "asked its partners for surveillance aircraft.", "Benin", "effect", "military"),
    Stated("Officials in Abidjan worry that the fighting in Mali will drive another wave of "
           "herders across the border.", "Ivory Coast", "fear_or_intention", "humanitarian"),
    Stated("Niger's uranium exports have stopped since the coup, costing the treasury a third of "
           "its income.", "Niger", "effect", "economic"),
    Stated("The jihadist advance could topple the junta in Bamako, two European diplomats said.",
           "Mali", "risk_or_outlook", "political", "two European diplomats"),
    # --- Horn of Africa
    Stated("A new war in Tigray would bankrupt Ethiopia and sink its talks with the IMF.",
           "Ethiopia", "assessment", "economic"),
    Stated("Asmara is determined to keep its troops in the border strip until the ruling of the "
           "commission is carried out.", "Eritrea", "fear_or_intention", "military"),
    Stated("More than 40,000 Sudanese have crossed into Ethiopia since fighting broke out in Blue "
           "Nile.", "Ethiopia", "effect", "humanitarian"),
    Stated("Djibouti's port is handling twice as much Ethiopian cargo as before the attacks on "
           "shipping.", "Djibouti", "effect", "economic"),
    Stated("Kenya has lost its role as mediator in Sudan, analysts in Nairobi say, because the "
           "army accuses it of favouring the paramilitaries.", "Kenya", "assessment", "diplomatic",
           "analysts in Nairobi"),
    Stated("The pull-out of the African Union force may leave Somalia unable to hold the towns it "
           "took from al-Shabaab last year.", "Somalia", "assessment", "military"),
    Stated("The siege of El Fasher is expected to push hundreds of thousands more people into Chad "
           "before the rains.", "Chad", "risk_or_outlook", "humanitarian"),
    # --- Caucasus
    Stated("Azerbaijan's victory has cost Russia its standing as the guarantor of peace in the "
           "South Caucasus.", "Russia", "assessment", "diplomatic"),
    Stated("Yerevan has frozen its membership of the CSTO in protest at the alliance's failure to "
           "help during the attack.", "Armenia", "effect", "diplomatic"),
    Stated("Georgia fears that a corridor through southern Armenia would take the transit trade "
           "from its own ports.", "Georgia", "fear_or_intention", "economic"),
    Stated("The exodus from Karabakh has swollen Armenia's population by more than 100,000 people, "
           "most of them without work.", "Armenia", "effect", "humanitarian"),
    Stated("Baku will not sign the treaty unless Yerevan changes its constitution.",
           "Azerbaijan", "fear_or_intention", "diplomatic"),
    # --- South Asia
    Stated("The clashes in Kashmir have sent the Pakistani rupee to a record low.",
           "Pakistan", "effect", "economic"),
    Stated("New Delhi vowed to keep the Indus water treaty suspended as long as militants cross "
           "the line of control.", "India", "fear_or_intention", "diplomatic"),
    Stated("A longer closure of its airspace could cost Pakistan $4m a week in overflight fees.",
           "Pakistan", "risk_or_outlook", "economic"),
    Stated("Bangladesh cannot take in any more Rohingya from Rakhine, its foreign adviser said.",
           "Bangladesh", "fear_or_intention", "humanitarian", "its foreign adviser"),
    Stated("The border war with Pakistan has deepened the Taliban's isolation and cut Afghanistan "
           "off from its main port.", "Afghanistan", "assessment", "economic"),
    Stated("India is likely to buy more air-defence batteries after the four-day war.",
           "India", "risk_or_outlook", "military"),
    # --- Latin America
    Stated("Fighting between the ELN and FARC dissidents in Catatumbo has driven 30,000 Colombians "
           "into Venezuela.", "Venezuela", "effect", "humanitarian"),
    Stated("Bogotá has suspended the peace talks with the ELN over the killings in Catatumbo.",
           "Colombia", "effect", "diplomatic"),
    Stated("The Dominican Republic plans to double the number of soldiers on its border as gangs "
           "tighten their hold on Haiti.", "Dominican Republic", "fear_or_intention", "military"),
    Stated("The gang war has halved Haiti's textile exports, the central bank said.",
           "Haiti", "effect", "economic", "central bank"),
    Stated("A strike on Venezuela would split Latin America and give Havana a pretext for new "
           "arrests.", "Latin America", "assessment", "diplomatic"),
    Stated("Honduras risks losing its US military aid if the rebels keep their camps on its soil.",
           "Honduras", "risk_or_outlook", "military"),
    # --- Korea and South-East Asia
    Stated("By sending shells and soldiers to Russia, Pyongyang has gained cash, technology and "
           "battle experience.", "North Korea", "assessment", "military"),
    Stated("Seoul said that it would consider arming Ukraine if North Korean troops went on "
           "fighting for Russia.", "South Korea", "fear_or_intention", "military", "Seoul"),
    Stated("The border clashes have closed every crossing between Thailand and Cambodia, and "
           "garment makers in Phnom Penh are running short of cloth.", "Cambodia", "effect",
           "economic"),
    Stated("Thailand's government may fall over its handling of the fighting on the Cambodian "
           "border.", "Thailand", "risk_or_outlook", "political"),
    Stated("The junta's losses in Shan state have made China nervous about its pipelines.",
           "China", "fear_or_intention", "economic"),
    # --- Balkans and Eastern Europe
    Stated("Unrest in northern Kosovo has delayed Serbia's accession talks with the European "
           "Union.", "Serbia", "effect", "diplomatic"),
    Stated("Bosnia could break apart if the Serb entity carries out its threat to leave the army, "
           "the high representative warned.", "Bosnia and Herzegovina", "risk_or_outlook",
           "political", "high representative"),
    Stated("Moldova's electricity bill has tripled since the power station in Transnistria lost "
           "its Russian gas.", "Moldova", "effect", "economic"),
    Stated("Romania is to station a second Patriot battery near the Danube delta because of the "
           "drones that fall on its side of the river.", "Romania", "fear_or_intention",
           "military"),
    # --- Great Lakes and southern Africa
    Stated("Rwanda's support for M23 has cost it British aid and a training mission from Belgium.",
           "Rwanda", "effect", "diplomatic"),
    Stated("The fall of Uvira would put M23 within shelling range of Bujumbura and weaken "
           "Burundi's president.", "Burundi", "assessment", "military"),
    Stated("South African opposition parties say the deaths in Goma have made the mission "
           "impossible to defend at home.", "South Africa", "assessment", "political",
           "South African opposition parties"),
    Stated("TotalEnergies has again put off its gas project in Cabo Delgado, and Mozambique will "
           "miss its growth target for the third year.", "Mozambique", "effect", "economic"),
    # --- Middle East
    Stated("Iraq's oil ministry said that exports through Ceyhan had resumed, easing the pressure "
           "on the Kurdish region's budget.", "Iraq", "effect", "economic", "Iraq's oil ministry"),
    Stated("The Kremlin can no longer supply its bases in Libya by way of Syria.",
           "Russia", "assessment", "military"),
]  # fmt: skip

NOTHING = [
    # --- incidents, whatever their hedges
    "Gunmen on motorcycles killed eleven farmers near Tillabéri in Niger on Sunday, and the army "
    "said that it had sent reinforcements.",
    "The drone may have come from the Eritrean side, a police officer in Zalambessa said.",
    "Azerbaijani forces fired on an Armenian post near Tegh overnight; nobody was hurt.",
    "Troops of the junta withdrew from two bases near Hsipaw after a week of shelling.",
    "Indian and Pakistani soldiers exchanged fire for a third night along the line of control.",
    "About 600 families have left their homes in Ituri for the town of Bunia since Thursday.",
    # --- talk
    "The African Union condemned the attack in Mogadishu and expressed its condolences.",
    "The foreign ministers of Serbia and Kosovo will meet in Brussels on Tuesday.",
    "Guatemala called on all sides in Haiti to lay down their arms and to spare civilians.",
    "Kigali denies that it has ever sent soldiers to fight beside M23.",
    "Pakistan's prime minister thanked Saudi Arabia and Qatar for their help in ending the war.",
    "Thailand accused Cambodia of laying new mines and demanded an apology.",
    "The Security Council must act now, the Somali president said in a speech to parliament.",
    # --- background
    "The ELN was founded in 1964 by students and priests and finances itself by kidnapping.",
    "South Korea and the North never signed a peace treaty after the war of 1950 to 1953.",
    "Uvira lies on the northern shore of Lake Tanganyika, opposite Bujumbura.",
    # --- other matters
    "Heavy rain could delay the tea harvest in Rwanda, the weather service said.",
    "Colombia may lose its place in the final if its striker is not fit by Saturday.",
    "The singer hopes to give a concert in Tbilisi next year.",
    "A court in Nairobi could fine the bank up to 2 million shillings over its fees.",
    "The Seoul stock exchange will close an hour early on New Year's Eve.",
    "Doctors warn that measles could spread in the slums of Lima because few children are "
    "vaccinated.",
    "The mayor of Tijuana fears that the new toll will keep shoppers away.",
    "An earthquake near Gjirokastër damaged forty houses and may force the closure of a school.",
    # --- a document without a consequence
    "Three rockets fell near the airport of Bamako on Friday evening. Flights were not affected. "
    "The army said that it had found the launcher in a garden. No group has said that it was "
    "behind the attack.",
    "The delegations of Baku and Yerevan arrived in Almaty on Thursday. They are to discuss the "
    "text of a treaty. The talks may go on until Saturday, a spokesman said.",
]
