// Prints what the extractor finds in files, every number in full. The build makes it twice, with vector instructions
// and without, and a test compares what they print.

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "pullquote/extractor.h"

namespace {

using namespace pullquote;

void print(const char* what, const std::vector<Span>& spans) {
  std::printf(" %s", what);
  for (const auto span : spans) std::printf(" %u-%u", span.start, span.end);
}

void print(const Document& document) {
  for (const auto& entity : document.entities) {
    std::printf("%s %d %a", entity.name.c_str(), static_cast<int>(entity.label), static_cast<double>(entity.salience));
    for (const auto& mention : entity.mentions) {
      std::printf(" %u-%u:%a", mention.span.start, mention.span.end, static_cast<double>(mention.confidence));
    }
    std::puts("");
  }
  for (const auto& quote : document.quotes) {
    std::printf("%d %d %a", static_cast<int>(quote.kind), quote.speaker ? static_cast<int>(*quote.speaker) : -1,
                static_cast<double>(quote.confidence));
    print("content", quote.content);
    print("cue", quote.cue);
    print("source", quote.source);
    std::puts("");
  }
}

}  // namespace

int main() {
  const auto extractor = Extractor::open(PULLQUOTE_SOURCE_DIR "/python/pullquote/models/en.pqm");
  std::set<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(PULLQUOTE_SOURCE_DIR "/tests/golden")) {
    if (entry.path().extension() == ".txt") paths.insert(entry.path());
  }
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    const std::string article{std::istreambuf_iterator<char>(file), {}};
    std::puts(path.filename().string().c_str());
    print(extractor.extract(article));
  }
  return paths.empty() ? 1 : 0;
}
