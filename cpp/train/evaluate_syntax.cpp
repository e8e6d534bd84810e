#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/model_file.h"
#include "syntax/syntax.h"
#include "treebank.h"

// Accuracy and speed of the syntax stage on a treebank: evaluate_syntax --model FILE --treebank FILE

namespace {

using namespace pullquote;

struct Counts {
  std::size_t gold = 0, given = 0, right = 0;
  [[nodiscard]] double f1() const {
    return gold + given == 0 ? 0 : 200.0 * static_cast<double>(right) / static_cast<double>(gold + given);
  }
};

class Evaluation {
 public:
  // Compares tokens that both have; the others count against recall and precision.
  void add(const train::TreebankDocument& gold, const tokens::TokenizedText& text, const features::Words& words,
           const syntax::Parse& parse) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> gold_at;
    for (std::uint32_t i = 0; i < gold.tokens.tokens.size(); ++i) {
      gold_at[{gold.tokens.tokens[i].begin, gold.tokens.tokens[i].end}] = i;
    }
    constexpr std::uint32_t kNone = 0xFFFFFFFE;
    std::vector<std::uint32_t> matched(text.tokens.size(), kNone);
    for (std::uint32_t i = 0; i < matched.size(); ++i) {
      const auto found = gold_at.find({text.tokens[i].begin, text.tokens[i].end});
      if (found != gold_at.end()) matched[i] = found->second;
    }
    for (auto* counts : {&tags_, &universals_, &heads_, &arcs_}) {
      counts->gold += gold.tags.size();
      counts->given += parse.size();
    }
    for (const auto& relation : gold.relations) ++relations_[name(relation)].gold;
    for (std::uint32_t i = 0; i < matched.size(); ++i) {
      const auto given = std::string(syntax::name_of(parse.relations[i]));
      ++relations_[given].given;
      const auto at = matched[i];
      if (at == kNone) continue;
      if (syntax::name_of(parse.tags[i]) == gold.tags[at]) ++tags_.right;
      const auto universal = syntax::universal(parse.tags[i], parse.relations[i], words.lower(i));
      if (syntax::name_of(universal) == gold.universal[at]) ++universals_.right;
      const auto head = parse.heads[i] == syntax::kRoot ? at : matched[parse.heads[i]];
      if (head != gold.heads[at] || (head == at) != (parse.heads[i] == syntax::kRoot)) continue;
      ++heads_.right;
      if (main(given) == main(gold.relations[at])) ++arcs_.right;
      if (given == name(gold.relations[at])) ++relations_[given].right;
    }
  }

  void print(const char* tokens) const {
    std::printf("%s tokens: XPOS %.1f  UPOS %.1f  UAS %.1f  LAS %.1f\n", tokens, tags_.f1(), universals_.f1(),
                heads_.f1(), arcs_.f1());
  }
  void print_relations() const {
    std::puts("| relation | in the treebank | F1 |\n| --- | --- | --- |");
    for (const auto& [relation, counts] : relations_) {
      if (counts.gold >= 20) std::printf("| %s | %zu | %.1f |\n", relation.c_str(), counts.gold, counts.f1());
    }
  }

 private:
  static std::string name(const std::string& relation) {
    const auto known = syntax::find_relation(relation);
    return known ? std::string(syntax::name_of(*known)) : relation;
  }
  static std::string_view main(std::string_view relation) { return relation.substr(0, relation.find(':')); }

  Counts tags_, universals_, heads_, arcs_;
  std::map<std::string, Counts> relations_;
};

void measure_speed(const syntax::Syntax& model, const std::vector<train::TreebankDocument>& treebank) {
  using Clock = std::chrono::steady_clock;
  double tag = 1e9, parse = 1e9;
  std::size_t words = 0;
  // The best of several runs, since other work only ever slows one down.
  for (int run = 0; run < 7; ++run) {
    double tag_now = 0, parse_now = 0;
    words = 0;
    for (const auto& document : treebank) {
      const features::Words facts(document.tokens, features::Lexicon());
      words += document.tokens.tokens.size();
      const auto start = Clock::now();
      (void)model.tag(document.tokens, facts);
      const auto tagged = Clock::now();
      (void)model.parse(document.tokens, facts);
      tag_now += std::chrono::duration<double>(tagged - start).count();
      parse_now += std::chrono::duration<double>(Clock::now() - tagged).count();
    }
    tag = std::min(tag, tag_now);
    parse = std::min(parse, parse_now);
  }
  const auto micros = [&](double seconds) { return 1e6 * seconds / static_cast<double>(words); };
  std::printf("tags: %.2f microseconds a word; tags and trees: %.2f\n", micros(tag), micros(parse));
}

void evaluate(const char* model_file, const char* treebank_file) {
  const auto file = model::ModelFile::open(model_file);
  const syntax::Syntax model(file);
  const auto treebank = train::read_treebank(treebank_file);
  Evaluation given, own;
  for (const auto& document : treebank) {
    const features::Words given_words(document.tokens, features::Lexicon());
    given.add(document, document.tokens, given_words, model.parse(document.tokens, given_words));
    const auto text = tokens::analyse(*document.text);
    const features::Words own_words(text, features::Lexicon());
    own.add(document, text, own_words, model.parse(text, own_words));
  }
  given.print("the treebank's");
  own.print("own");
  measure_speed(model, treebank);
  given.print_relations();
}

}  // namespace

int main(int count, char** values) {
  if (count != 5 || std::string_view(values[1]) != "--model" || std::string_view(values[3]) != "--treebank") {
    std::fputs("usage: evaluate_syntax --model FILE --treebank FILE\n", stderr);
    return 2;
  }
  try {
    evaluate(values[2], values[4]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "evaluate_syntax: %s\n", error.what());
    return 1;
  }
}
