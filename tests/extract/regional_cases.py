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
    # --- a second round, elsewhere again
    Stated("Shelling around Marawi has stopped. The siege leaves Manila with a rebuilding "
           "bill that its budget can't carry.",
           "Philippines", "assessment", "economic"),
    Stated("Separatists attacked two villages in Cameroon's north-west. Cocoa buyers have "
           "moved to Ivory Coast, and Cameroon's crop is down by a fifth.",
           "Cameroon", "effect", "economic"),
    Stated("Houthi missiles hit a bulk carrier. Egypt's finance minister said canal "
           "receipts had dropped to a third of what they were before the attacks.",
           "Egypt", "effect", "economic", "Egypt's finance minister"),
    Stated("Oman fears being pulled into the war if the strait is mined.",
           "Oman", "fear_or_intention", "military"),
    Stated("The clashes near Tripoli are likely to put off Libya's elections for another "
           "year, a UN envoy said.",
           "Libya", "risk_or_outlook", "political", "UN envoy"),
    Stated("Insurgents hold two districts of Cabo Delgado. Tanzania has moved a brigade to "
           "the Rovuma river and closed the ferry.",
           "Tanzania", "effect", "military"),
    Stated("Lima worries that Colombian guerrillas are setting up laboratories on its bank "
           "of the Putumayo.",
           "Peru", "fear_or_intention", "military"),
    Stated("Rebels took the airport of Bunia. The setback has cost President Tshisekedi the"
           " backing of his army.",
           "Democratic Republic of the Congo", "assessment", "political"),
    Stated("The fall of the town makes a deal between Juba and the rebels less likely.",
           "South Sudan", "assessment", "diplomatic"),
    Stated("Hungary will veto the next sanctions package unless the pipeline is repaired.",
           "Hungary", "fear_or_intention", "diplomatic"),
    Stated("Finland's rail freight with Russia has dried up since the invasion.",
           "Finland", "effect", "economic"),
    Stated("The bombing of Port Sudan deprives the army of its last safe airport and could "
           "sever the aid corridor to Kassala.",
           "Sudan", "assessment", "military"),
    Stated("Uganda intends to leave its battalion in South Sudan until the end of the year.",
           "Uganda", "fear_or_intention", "military"),
    Stated("The army lost three posts on Sunday. Observers say the junta in Naypyidaw has "
           "never looked weaker.",
           "Myanmar", "assessment", "political", "Observers"),
    Stated("Japan has told its citizens to leave Lebanon because of the exchange of fire on"
           " the border.",
           "Japan", "effect", "humanitarian"),
    Stated("India's wheat exporters are shut out of Afghanistan since Islamabad sealed the "
           "crossing over the attacks.",
           "India", "effect", "economic"),
    Stated("Tunisia could face a new surge of refugees if the front reaches Zuwara.",
           "Tunisia", "risk_or_outlook", "humanitarian"),
    Stated("The war is emptying Armenia's border villages.",
           "Armenia", "effect", "humanitarian"),
    Stated("If Goma stays closed, Rwanda's own traders will be ruined too, economists in "
           "Kigali say.",
           "Rwanda", "risk_or_outlook", "economic", "economists in Kigali"),
    Stated("Germany reckons that 200,000 more Syrians could ask for protection.",
           "Germany", "risk_or_outlook", "humanitarian"),
    Stated("The raid gives Algeria a reason to refuse the Malian junta's flights.",
           "Algeria", "assessment", "diplomatic"),
    Stated("Chad's president, short of fuel for his columns, has turned to Ankara for "
           "drones.",
           "Chad", "effect", "military"),
    Stated("The killing of the aid workers has prompted Denmark to halt its programme in "
           "Upper Nile.",
           "Denmark", "effect", "humanitarian"),
    Stated("The truce, diplomats say, may not outlive the winter and would leave Kyiv no "
           "time to rearm.",
           "Ukraine", "assessment", "military", "diplomats"),
    Stated("With the road to Kampala cut, beer and cement in Bunia cost twice what they did"
           " in May, and Congo's customs have lost their best post.",
           "Democratic Republic of the Congo", "effect", "economic"),
    Stated("Bishkek is building a fence along the Batken stretch and will station two more "
           "companies there after the clashes.",
           "Kyrgyzstan", "effect", "military"),
    Stated("The offensive has driven a wedge between Baku and Tehran.",
           "Azerbaijan", "assessment", "diplomatic"),
    Stated("Saudi Arabia hopes that the pause will let it wind up its war in Yemen.",
           "Saudi Arabia", "fear_or_intention", "military"),
    Stated("The fighting in Shan has made Thailand the main refuge of Myanmar's middle "
           "class.",
           "Thailand", "effect", "humanitarian"),
    Stated("Analysts in Dakar expect the blockade to spread to Senegal's own border towns.",
           "Senegal", "risk_or_outlook", "military", "analysts in Dakar"),
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
    # --- a second round
    "Two policemen died when a bomb went off under their car in Cotabato on Friday.",
    "The guerrillas have fought the Colombian state since 1964 and once held a third of the"
    " countryside.",
    "Nigeria's president met his counterpart from Benin in Abuja and praised the friendship"
    " of both peoples.",
    "The Ethiopian army said that it would hunt the attackers down wherever they hide.",
    "Iraq's coach hopes that his captain will be fit for the match in Basra.",
    "The Libyan coastguard may have fired the shots, a fisherman from Zarzis said.",
    "Kenya's weather office expects floods along the Tana river.",
    "The mission's spokesman in Juba could not say how many houses had burnt.",
    "Protesters in Yerevan demanded that the prime minister resign over the loss of the villages.",
    "Turkey and Iraq signed an agreement on the water of the Tigris in Baghdad.",
    "Thousands marched through Bamako in support of the army on Saturday.",
    "Soldiers seized 40 kilograms of explosives from a lorry near Agadez.",
    "The ceasefire monitors are lodged in a hotel near the airport of Tripoli.",
    "Armenia must get back its prisoners, the opposition leader told a crowd.",
]
