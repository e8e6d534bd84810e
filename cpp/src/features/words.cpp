#include "features/lexicon.h"
