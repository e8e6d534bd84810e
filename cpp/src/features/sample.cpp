#include "features/sample.h"

namespace pullquote::features {

SampleSource sample_source() {
  return {
      .text =
          "“We will not sell the harbour,” Mayor Ana Ruiz of Port Leven told reporters on 3 March 2021. She said "
          "that the Bank of Leven & Sons had offered $2.5 million, but “nobody asked the fishermen”.\n\n"
          "According to Dr Ruiz, an ex-minister, the offer came from London on Tuesday; the bank denied it.\n\n"
          "Peter Holt: “Ana Ruiz is wrong.” Holt, who leads the Leven Rowing Club (LRC), claimed he'd met McAdam of "
          "NATO in 1999, and asked: “Why would the Bank of Leven sell?”\n",
      .names = {{"ana", kFemaleFirstName},
                {"peter", kMaleFirstName},
                {"ruiz", kSurname},
                {"london", kCity | kCapital},
                {"port", Lexicon::kPrefix | kCommonWord},
                {"port leven", kCity},
                {"bank", Lexicon::kPrefix | kCommonWord},
                {"bank of", Lexicon::kPrefix},
                {"nato", kOrganisation},
                {"bank of leven", kOrganisation}},
      // Ways of more bits than any feature asks for.
      .clusters = {{"said", 0x5A5A5A5A},
                   {"told", 0x5A5A5B3C},
                   {"denied", 0x5A5B77E1},
                   {"Mayor", 0x69D3C2B1},
                   {"Ana", 0x6E1F0A95},
                   {"Ruiz", 0x6E1F0B11},
                   {"Leven", 0x71C3D2E5},
                   {"London", 0x71C3D9A7},
                   {"bank", 0x4B2D1C0F},
                   {"of", 0x4D0C3B2A},
                   {"reporters", 0x5F00F0AA},
                   {"million", 0x7B6A5948},
                   {"on", 0x4E9D8C7B},
                   {"the", 0x4321FEDC}},
  };
}

Sample::Sample(const SampleSource& source)
    : article_(source.text),
      names_(model::FlagTable::build(source.names)),
      paths_(Clusters::build(source.clusters)),
      text_(article_),
      tokens(tokens::analyse(text_)),
      words(tokens, Lexicon(model::FlagTable(names_))),
      clusters(paths_) {}

}  // namespace pullquote::features
