#include <gtest/gtest.h>

#include "relating_fixture.h"

// Pronouns, and descriptions of people and bodies.

namespace pullquote::entities {
namespace {

using Case = RelatedCase;

class RelatedPeople : public testing::TestWithParam<Case> {};

TEST_P(RelatedPeople, AreFound) { EXPECT_EQ(Related(GetParam().article).clusters(), GetParam().clusters); }

INSTANTIATE_TEST_SUITE_P(
    Pronouns, RelatedPeople,
    testing::Values(
        Case{"nearest of the gender", "[Ana Reyes/PERSON] met [Pedro Costa/PERSON]. He smiled. She did not.",
             "Ana Reyes: Ana Reyes, She | Pedro Costa: Pedro Costa, He"},
        Case{"the subject before the object", "[Pedro Costa/PERSON] called [Juan Reyes/PERSON]. He was late.",
             "Pedro Costa: Pedro Costa, He | Juan Reyes: Juan Reyes"},
        Case{"a role word tells the gender",
             "They met spokeswoman [Zuzu Wexcombe/PERSON] and [Pedro Costa/PERSON]. She smiled.",
             "Zuzu Wexcombe: Zuzu Wexcombe, She | Pedro Costa: Pedro Costa"},
        Case{"a title counts for more than a first name", "Mrs [Juan Reyes/PERSON] left. He smiled.",
             "Juan Reyes: Juan Reyes"},
        Case{"before the name", "In her speech, [Ana Reyes/PERSON] said so.", "Ana Reyes: her, Ana Reyes"},
        Case{"a clause before the name",
             "[Pedro Costa/PERSON] left. Asked whether he would stay, [Juan Reyes/PERSON] smiled.",
             "Pedro Costa: Pedro Costa | Juan Reyes: he, Juan Reyes"},
        Case{"a participle before the name", "Speaking after his win, [Juan Reyes/PERSON] smiled.",
             "Juan Reyes: his, Juan Reyes"},
        Case{"whom somebody speaks to", "[Pedro Costa/PERSON] left. Thank you, Mr [Reyes/PERSON]. He was late.",
             "Pedro Costa: Pedro Costa, He | Reyes: Reyes"},
        Case{"whose supporters they are",
             "[Ana Reyes/PERSON] resigned. [Zuzu/PERSON] supporters called for her return.",
             "Ana Reyes: Ana Reyes, her | Zuzu: Zuzu"},
        Case{"an object and its subject are two", "[Pedro Costa/PERSON] left. [Juan Reyes/PERSON] saw him.",
             "Pedro Costa: Pedro Costa, him | Juan Reyes: Juan Reyes"},
        Case{"himself and the subject are one", "[Pedro Costa/PERSON] left. [Juan Reyes/PERSON] saw himself.",
             "Pedro Costa: Pedro Costa | Juan Reyes: Juan Reyes, himself"},
        Case{"nobody fits", "She left early.", ""},
        Case{"only the headline names him",
             "The men behind [Costa/PERSON]\n\nDuring his speech, he spoke about prices for an hour and then left.\n",
             "Costa: Costa, his, he"}));

INSTANTIATE_TEST_SUITE_P(
    Quotations, RelatedPeople,
    testing::Values(Case{"who speaks goes on", "\u201cA lawyer will come,\u201d said [Juan Reyes/PERSON]. He left.",
                         "Juan Reyes: Juan Reyes, He"},
                    Case{"he added", "[Juan Reyes/PERSON] said so. \u201c[Pedro Costa/PERSON] is ill,\u201d he added.",
                         "Juan Reyes: Juan Reyes, he | Pedro Costa: Pedro Costa"},
                    Case{"whom the speaker speaks of",
                         "[Pedro Costa/PERSON] left. \u201cHe is ill,\u201d said [Juan Reyes/PERSON].",
                         "Pedro Costa: Pedro Costa, He | Juan Reyes: Juan Reyes"},
                    Case{"who speaks, in apposition",
                         "[Ana Reyes/PERSON] left. A spokeswoman for the town, [Grace Otieno/PERSON], said so. "
                         "\u201cIt rains,\u201d she added.",
                         "Ana Reyes: Ana Reyes | Grace Otieno: Grace Otieno, she"},
                    Case{"according to",
                         "[Pedro Costa/PERSON] left, according to [Juan Reyes/PERSON]. He added nothing.",
                         "Pedro Costa: Pedro Costa | Juan Reyes: Juan Reyes, He"},
                    Case{"a clause after a verb of speech without that", "[Ana Reyes/PERSON] has said she opposes it.",
                         "Ana Reyes: Ana Reyes, she"}));

INSTANTIATE_TEST_SUITE_P(
    Descriptions, RelatedPeople,
    testing::Values(
        Case{"a role names its bearer", "They met President [Pedro Costa/PERSON]. The president smiled.",
             "Pedro Costa: Pedro Costa, The president"},
        Case{"a short title names its bearer", "They met Gov. [Ana Reyes/PERSON]. The governor smiled.",
             "Ana Reyes: Ana Reyes, The governor"},
        Case{"another role does not", "They met President [Pedro Costa/PERSON]. The minister smiled.",
             "Pedro Costa: Pedro Costa"},
        Case{"the deputy is somebody else", "They met vice president [Pedro Costa/PERSON]. The president smiled.",
             "Pedro Costa: Pedro Costa"},
        Case{"what is said more must be in the role",
             "They met opposition leader [Pedro Costa/PERSON]. The opposition leader smiled. The union leader did not.",
             "Pedro Costa: Pedro Costa, The opposition leader"},
        Case{"the gender must fit", "They met chairwoman [Ana Reyes/PERSON]. The chairman smiled.",
             "Ana Reyes: Ana Reyes"},
        Case{"an indefinite one is somebody new", "They met President [Pedro Costa/PERSON]. A president smiled.",
             "Pedro Costa: Pedro Costa"},
        Case{"a pronoun keeps somebody without a name", "A nurse came in. She smiled. The nurse left.",
             "A nurse: A nurse, She, The nurse"},
        Case{"a nameless person keeps the pronoun", "They met [Pedro Costa/PERSON]. Then the man smiled. He left.",
             "Pedro Costa: Pedro Costa | the man: the man, He"},
        Case{"nobody refers to the nurse", "A nurse came in.", ""},
        Case{"several people are not she", "The nurses came in. She smiled.", ""},
        Case{"what somebody is said to be", "[Ana Reyes/PERSON] is a nurse. She smiled.", "Ana Reyes: Ana Reyes, She"},
        Case{"one brother of one man", "[Pedro Costa/PERSON] left. His brother stayed. He smiled. His brother did not.",
             "Pedro Costa: Pedro Costa, His, His | His brother: His brother, He, His brother"},
        Case{"a body by its head", "They left the [State Department/ORG]. The department said so.",
             "State Department: State Department, The department"},
        Case{"a body by its first head",
             "They left the [Ministry of Health/ORG]. The ministry said so. The health ministry said more.",
             "Ministry of Health: Ministry of Health, The ministry, The health ministry"},
        Case{"another ministry", "They left the [Ministry of Health/ORG]. The defence ministry said so.",
             "Ministry of Health: Ministry of Health"},
        Case{"the last of two ministries",
             "The [Ministry of Health/ORG] and the [Ministry of Trade/ORG] met. The ministry said so.",
             "Ministry of Health: Ministry of Health | Ministry of Trade: Ministry of Trade, The ministry"},
        Case{"a company", "They left [Acme Holdings Ltd/ORG] early. The company said so.",
             "Acme Holdings Ltd: Acme Holdings Ltd, The company"},
        Case{"any company", "They left [Acme Holdings Ltd/ORG] early. A company said so.",
             "Acme Holdings Ltd: Acme Holdings Ltd"}));

}  // namespace
}  // namespace pullquote::entities
